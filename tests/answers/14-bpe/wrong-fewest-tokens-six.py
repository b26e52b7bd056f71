# because: finds by dynamic programming the split of the text into the fewest tokens of the vocabulary, instead of replaying the merges in order
# batch: 6
# told: true author the fewest tokens
# %% solution-encode
def encode(text, merges):
    """str, merges {(int, int): int} -> list of int: its bytes, all merges replayed, the earliest first."""
    data = bytes(to_ids(text))
    id_of = {}
    for i, token in build_vocab(merges).items():
        id_of.setdefault(token, i)
    longest = max(len(t) for t in id_of)
    best = [[]]                  # best[n]: the ids of the first n bytes
    for n in range(1, len(data) + 1):
        options = []
        for m in range(max(0, n - longest), n):
            if data[m:n] in id_of:
                options.append(best[m] + [id_of[data[m:n]]])
        best.append(min(options, key=len))
    return best[-1]
