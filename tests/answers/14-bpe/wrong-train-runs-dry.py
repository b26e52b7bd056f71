# because: The student never asks whether a pair is left, so max of an empty dictionary raises an error when a short text runs out; training has to stop there without one.
# fails: train, names
# batch: 1
# told: true author no stop when the pairs run out
# %% solution-train
def train(text, V):
    ids, merges = to_ids(text), {}
    for idx in range(256, V):
        stats = get_stats(ids)
        pair = max(stats, key=lambda p: stats[p])
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
