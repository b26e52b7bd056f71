# fails: gpt4_pattern, contractions
# because: Small and capital contractions are listed, but not one of each such as 'Ll or 'Ve; (?i:...) fits all of them.
# batch: 2
# told: true author contractions in small or in capital letters
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    small = ["s", "t", "d", "m", "re", "ve", "ll"]
    contraction = "'(?:" + "|".join(small + [s.upper() for s in small]) + ")"
    word = r"[^\p{L}\p{N}\r\n]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
