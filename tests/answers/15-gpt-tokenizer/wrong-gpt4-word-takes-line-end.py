# because: The student lets any character that is neither letter nor number stand before a word, also a line end; \r and \n have to be excluded.
# fails: gpt4_pattern, lines
# batch: 1
# told: true author a line end goes with the word
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
