# because: the pattern stands in no group, so regex.split cuts the special tokens out and loses them
# batch: 6
# told: true author special tokens cut out and lost
# %% solution-special
def split_special(text, special):
    """str, special {str: int} -> list of str: the text in pieces, each special token a piece of its own."""
    if not special:
        return [text]
    pattern = "|".join(regex.escape(name) for name in special)
    return [piece for piece in regex.split(pattern, text) if piece]
