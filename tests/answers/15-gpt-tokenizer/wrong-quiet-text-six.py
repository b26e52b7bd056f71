# because: special tokens that are not allowed are quietly encoded as ordinary text, no ValueError
# batch: 6
# told: true author what is not allowed becomes text
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    usable = {name: idx for name, idx in special.items() if name in allowed}
    ids = []
    for piece in split_special(text, usable):
        if piece in usable:
            ids.append(usable[piece])
        else:
            ids += encode_ordinary(piece, merges, pattern)
    return ids
