# because: train loops while len(ids) > 2, so the last possible pair (two ids left) is never merged
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
    while len(ids) > 2 and 256 + len(merges) < V:
        stats = get_stats(ids)
        pair = max(stats, key=stats.get)
        idx = 256 + len(merges)
        merges[pair] = idx
        ids = merge(ids, pair, idx)
    return merges
