# fails: gpt4_pattern, numbers
# because: \d fits decimal digits only, so that ½ and ² fit no alternative and are lost; number characters are \p{N}.
# batch: 2
# told: true author decimal digits only
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    contraction = r"'(?i:[stdm]|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\d{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
