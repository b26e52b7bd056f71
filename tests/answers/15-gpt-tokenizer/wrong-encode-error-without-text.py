# because: The student raises the error for every special token that is not allowed, without asking whether the text contains it; only names that occur in the text are an error.
# fails: encode, looks special only
# batch: 1
# told: true author all must be allowed, or none
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    forbidden = [name for name in special if name not in allowed]
    if forbidden:
        raise ValueError(f"special token {forbidden[0]} is not allowed")
    ids = []
    for piece in split_special(text, special):
        ids += [special[piece]] if piece in special else encode_ordinary(piece, merges, pattern)
    return ids
