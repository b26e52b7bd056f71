# fails: encode, not allowed; encode, another one allowed
# because: The ValueError does not say which token it was; its message must contain the name.
# batch: 2
# told: true author an error that does not say which
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    if any(name in text for name in set(special) - set(allowed)):
        raise ValueError("a special token in the text is not allowed")
    ids = []
    for piece in split_special(text, special):
        ids += [special[piece]] if piece in special else encode_ordinary(piece, merges, pattern)
    return ids
