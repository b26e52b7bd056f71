# because: The student wrote \d, which knows decimal digits only, so characters such as ½ and ² fit no alternative and are lost; \p{N} is every number character.
# fails: gpt4_pattern, numbers
# batch: 1
# told: true author decimal digits only
# %% solution-gpt4
def gpt4_pattern():
    contraction = r"'(?i:s|t|d|m|re|ve|ll)"
    word = r"[^\r\n\p{L}\p{N}]?\p{L}+"
    number = r"\d{1,3}"
    other = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
    lines = r"\s*[\r\n]"
    return "|".join([contraction, word, number, other, lines, r"\s+(?!\S)", r"\s+"])
