# fails: *
# because: The loop stops when two ids are left; these are still a pair, and it has to be merged as well.
# batch: 2
# told: true author the end with two ids left
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    merges = {}
    idx = 256
    while idx < V and len(ids) > 2:
        stats = get_stats(ids)
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
        idx += 1
    return merges
