# because: raises for every special token that is not allowed, whether or not the text contains it
# batch: 6
# told: true author all must be allowed, and all are named
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    forbidden = set(special) - set(allowed)
    if forbidden:
        raise ValueError(f"special tokens not allowed: {sorted(forbidden)}")
    ids = []
    for piece in split_special(text, special):
        ids += [special[piece]] if piece in special else encode_ordinary(piece, merges, pattern)
    return ids
