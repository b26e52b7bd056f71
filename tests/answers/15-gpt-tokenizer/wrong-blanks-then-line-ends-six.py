# because: the white space before the line end may not contain line ends itself, so lines stops before an indented empty line instead of going on to the last line end
# batch: 6
# told: true author no spaces between line ends
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    # white space that is not a line end, then the line ends
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"[^\S\r\n]*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
