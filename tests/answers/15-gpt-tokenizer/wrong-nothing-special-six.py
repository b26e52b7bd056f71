# because: does not treat an empty special: the pattern is then an empty group, which fits everywhere, and the text falls into single characters
# batch: 6
# told: true author an empty pattern
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    pattern = "(" + "|".join(map(regex.escape, special)) + ")"
    return [piece for piece in regex.split(pattern, text) if piece]
