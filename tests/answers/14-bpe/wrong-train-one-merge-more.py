# fails: train, aaabdaaabac
# because: range(256, V + 1) makes one merge too many; the last new id is V - 1.
# batch: 2
# told: true author one merge too many
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V + 1):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=lambda p: stats[p])
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
