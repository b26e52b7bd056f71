# because: The student stops when the first chunk is down to one id; training goes on until no chunk at all has a pair left.
# fails: train, hug
# batch: 1
# told: true author finished when the first chunk is
# %% solution-train
def train(text, V, pattern):
    merges = {}
    chunks = [to_ids(c) for c in split(text, pattern)]
    idx = 256
    while idx < V:
        for chunk in chunks:
            if len(chunk) < 2:
                return merges   # no pair left
            break
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        chunks = [merge(chunk, pair, idx) for chunk in chunks]
        merges[pair] = idx
        idx += 1
    return merges
