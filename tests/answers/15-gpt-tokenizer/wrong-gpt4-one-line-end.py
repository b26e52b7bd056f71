# because: The student lets at most one line end follow the other characters; all the line ends that follow belong to the chunk, so * is needed instead of ?.
# fails: gpt4_pattern, lines
# batch: 1
# told: true author punctuation with one line end
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]?"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
