# because: cuts at the allowed names only and then looks whether a whole piece equals a forbidden name; a forbidden name inside a longer piece goes through as text
# batch: 6
# told: true author what is not allowed becomes text
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    usable = {name: special[name] for name in special if name in allowed}
    ids = []
    for piece in split_special(text, usable):
        if piece in special:
            if piece not in allowed:
                raise ValueError(f"the special token {piece} is not allowed here")
            ids.append(special[piece])
        else:
            ids.extend(encode_ordinary(piece, merges, pattern))
    return ids
