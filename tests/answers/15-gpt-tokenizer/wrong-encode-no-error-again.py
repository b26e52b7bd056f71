# fails: encode, not allowed; encode, another one allowed
# because: A special token that is not allowed is quietly encoded as ordinary text; it has to raise a ValueError.
# batch: 2
# told: true author what is not allowed becomes text
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    usable = {name: i for name, i in special.items() if name in allowed}
    ids = []
    for piece in split_special(text, usable):
        if piece in usable:
            ids.append(usable[piece])
        else:
            ids.extend(encode_ordinary(piece, merges, pattern))
    return ids
