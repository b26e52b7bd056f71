# fails: *
# because: Nobody asks whether a pair is left, so max() fails when a short text runs out of pairs; training must stop then without an error.
# batch: 2
# told: true author no stop when the pairs run out
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids, merges = to_ids(text), {}
    for idx in range(256, V):
        stats = get_stats(ids)
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
