# because: keeps GPT-2's optional space before a number
# batch: 6
# told: true author a space goes with the number
# %% solution-gpt4
def gpt4_pattern():
    """-> str, GPT-4's regular expression. Raw strings, please: r"..." leaves the backslashes alone."""
    # contraction, word, number, other, lines: str, one alternative each, as described above
    contraction = r"(?i:'s|'t|'d|'m|'re|'ve|'ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r" ?\p{N}{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]+"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
