# because: The student lists the contractions in small and in capital letters only, so 'Re, one of each, does not fit; (?i:...) takes every mixture.
# fails: gpt4_pattern, contractions
# batch: 1
# told: true author contractions in small or in capital letters
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?:s|t|d|m|re|ve|ll|S|T|D|M|RE|VE|LL)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
