# because: The student cuts with the global GPT2 pattern whatever pattern is given; the argument has to be used.
# fails: split, a pattern with a group
# batch: 1
# told: true author split: always the pattern of GPT-2
# %% solution-split
def split(text, pattern):
    compiled = regex.compile(GPT2)
    return [match.group() for match in compiled.finditer(text)]
