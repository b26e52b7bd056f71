# fails: encode, another one allowed
# because: The error is raised only if nothing at all is allowed; each special token in the text must be in allowed itself.
# batch: 2
# told: true author one that is allowed allows all
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    found = [name for name in special if name in text]
    if found and not allowed:
        raise ValueError(f"not allowed: {found}")
    ids = []
    for piece in split_special(text, special):
        if piece in special:
            ids.append(special[piece])
        else:
            ids.extend(encode_ordinary(piece, merges, pattern))
    return ids
