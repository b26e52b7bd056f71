# because: after other characters at most one line end (or one \r\n) is taken, not all the line ends that follow
# batch: 6
# told: true author punctuation with one line end of one or two characters
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    newline = r"(?:\r\n|\r|\n)"
    other = r" ?[^\s\p{L}\p{N}]+" + newline + "?"
    lines = r"\s*" + newline
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
