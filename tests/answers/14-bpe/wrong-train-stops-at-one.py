# fails: *
# because: Training stops when the most frequent pair occurs only once; a pair that occurs once is still merged, until none is left.
# batch: 2
# told: true author pairs that occur once are not merged
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        if stats[pair] < 2:
            break
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
