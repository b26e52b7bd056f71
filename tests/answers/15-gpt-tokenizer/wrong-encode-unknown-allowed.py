# fails: encode, random documents
# because: An allowed name that is no special token is looked up in special and raises a KeyError; a name that is allowed need not be a special token.
# batch: 2
# told: true author an id for each name that is allowed
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    """str, merges, pattern, special {str: int}, allowed: set of names -> list of int.

    Raises ValueError if the text contains a special token that is not allowed.
    """
    for name in special:
        if name not in allowed and name in text:
            raise ValueError(f"{name} is not allowed here")
    mine = {name: special[name] for name in allowed}
    out = []
    for piece in split_special(text, mine):
        out += [mine[piece]] if piece in mine else encode_ordinary(piece, merges, pattern)
    return out
