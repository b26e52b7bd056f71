# because: The student looks up the id of every allowed name, which raises a KeyError for an allowed name that is no special token; such a name has to be passed over.
# fails: encode, random documents
# batch: 1
# told: true author an id for each name that is allowed
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    for name in special:
        if name in text and name not in allowed:
            raise ValueError(f"{name} is not allowed here")
    usable = {name: special[name] for name in allowed}
    out = []
    for piece in split_special(text, usable):
        if piece in usable:
            out.append(usable[piece])
        else:
            out += encode_ordinary(piece, merges, pattern)
    return out
