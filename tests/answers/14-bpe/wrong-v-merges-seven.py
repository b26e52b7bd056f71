# because: train makes V merges instead of V - 256 (takes V for the number of merges)
# batch: 7
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    merges = {}
    for k in range(V):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=lambda p: stats[p])
        idx = 256 + k
        merges[pair] = idx
        ids = merge(ids, pair, idx)
    return merges
