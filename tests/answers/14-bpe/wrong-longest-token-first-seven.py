# because: encode takes greedily, from left to right, the longest token of the vocabulary that fits, instead of replaying the merges
# batch: 7
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    data = bytes(to_ids(text))
    vocab = build_vocab(merges)
    lookup = {b: i for i, b in reversed(list(vocab.items()))}
    longest = max(len(b) for b in lookup)
    ids = []
    pos = 0
    while pos < len(data):
        for n in range(longest, 0, -1):
            piece = data[pos:pos + n]
            if piece in lookup:
                ids.append(lookup[piece])
                pos += len(piece)
                break
    return ids
