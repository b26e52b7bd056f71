# because: The student checks only the first special token of the text, so a later one that is not allowed is encoded without an error; all of them have to be checked.
# fails: encode, another one allowed
# batch: 1
# told: true author only the first special token looked at
# %% solution-encode
def encode(text, merges, pattern, special, allowed=frozenset()):
    pieces = split_special(text, special)
    first = next((p for p in pieces if p in special), None)
    if first is not None and first not in allowed:
        raise ValueError("not allowed: " + first)
    ids = []
    for p in pieces:
        ids.extend([special[p]] if p in special else encode_ordinary(p, merges, pattern))
    return ids
