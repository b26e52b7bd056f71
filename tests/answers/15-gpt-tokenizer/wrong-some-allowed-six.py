# because: accepts all special tokens as soon as one of those in the text is allowed (any instead of all)
# batch: 6
# told: true author one that is allowed allows all
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    present = [name for name in special if name in text]
    if present and not any(name in allowed for name in present):
        raise ValueError(f"not allowed: {present}")
    result = []
    for piece in split_special(text, special):
        if piece in special:
            result.append(special[piece])
        else:
            result.extend(encode_ordinary(piece, merges, pattern))
    return result
