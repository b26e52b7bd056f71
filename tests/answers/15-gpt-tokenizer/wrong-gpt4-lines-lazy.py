# fails: gpt4_pattern, lines
# because: The white space before a line end is taken as short as possible (*?), so the first line end closes the chunk and not the last one.
# batch: 2
# told: true author the first line end instead of the last
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*?[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
