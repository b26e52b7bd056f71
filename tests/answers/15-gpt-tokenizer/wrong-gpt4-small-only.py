# fails: gpt4_pattern, contractions
# because: The contraction is still that of GPT-2, for small letters only; it must fit capitals as well.
# batch: 2
# told: true author contractions in small letters only
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    contraction = r"'(?:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
