# because: the one character before a word may also be a line end, \r and \n are not excluded
# batch: 6
# told: true author a line end goes with the word
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
