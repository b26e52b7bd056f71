# fails: split_special, nothing special
# because: Without special tokens the pattern is the empty group (), which does not leave the text in one piece; that case must be asked for.
# batch: 2
# told: true author an empty pattern
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    pattern = "(" + "|".join(map(regex.escape, special)) + ")"
    return [piece for piece in regex.split(pattern, text) if piece != ""]
