# fails: split, a pattern with a group
# because: The pattern GPT2 of the setup is compiled once and the argument pattern is not used.
# batch: 2
# told: true author split: always the pattern of GPT-2
# %% solution-split
_compiled = regex.compile(GPT2)


def split(text, pattern):
    """str, regular expression -> list of str: all matches of the pattern, in order, each as a whole."""
    return [m.group() for m in _compiled.finditer(text)]
