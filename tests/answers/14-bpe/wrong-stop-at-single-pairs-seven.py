# because: train stops as soon as the most frequent pair occurs only once
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
    for idx in range(256, V):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        if stats[pair] < 2:
            break  # nothing worth merging any more
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
