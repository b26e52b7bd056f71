# because: before a word only a space or a character that is no white space is allowed; a tab or a no-break space does not join the word
# batch: 6
# told: true author of white space only the space before a word
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"'(?i:[stdm]|re|ve|ll)"
    word = r"(?: |[^\s\p{L}\p{N}])?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
