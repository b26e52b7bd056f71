# because: The student forgot that special may be empty: the pattern () then fits everywhere and cuts the text into single characters; without special tokens the text is one piece.
# fails: split_special, nothing special
# batch: 1
# told: true author an empty pattern
# %% solution-special
def split_special(text, special):
    pattern = "(" + "|".join(regex.escape(name) for name in special) + ")"
    return [piece for piece in regex.split(pattern, text) if piece != ""]
