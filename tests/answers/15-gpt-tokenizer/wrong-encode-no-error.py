# because: The student quietly encodes a special token that is not allowed as ordinary text; its name in the text has to raise a ValueError.
# fails: encode, not allowed
# batch: 1
# told: true author what is not allowed becomes text
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    ids = []
    for piece in split_special(text, special):
        if piece in special and piece in allowed:
            ids.append(special[piece])
        else:
            ids.extend(encode_ordinary(piece, merges, pattern))
    return ids
