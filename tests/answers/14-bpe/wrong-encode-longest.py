# fails: encode, which merge first
# because: At each place the longest token of the vocabulary that fits is taken; the merges must be replayed, the earliest first.
# batch: 2
# told: true author longest token first
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    lookup = {b: i for i, b in build_vocab(merges).items()}
    raw = bytes(to_ids(text))
    longest = max(map(len, lookup))
    ids, at = [], 0
    while at < len(raw):
        for n in range(longest, 0, -1):
            piece = raw[at : at + n]
            if piece in lookup:
                ids.append(lookup[piece])
                at += len(piece)
                break
    return ids
