# because: The student wrote \w for the letters in the class of the other characters, but \w takes the underscore too, so an underscore without a word behind it fits no alternative and is lost; the class has to exclude \p{L} and \p{N} only.
# batch: 1
# told: true author the underscore lost, numbers shut out
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"(?i:'s|'t|'d|'m|'re|'ve|'ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\p{N}{1,3}"
    other = r" ?[^\s\w\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
