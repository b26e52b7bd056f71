# because: does not recount: removes only the merged pair's count and adds the pairs with the new id, while the counts of the neighbouring pairs that the merge destroyed stay too high
# batch: 6
# told: true author neighbours keep their old counts
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    stats = dict(get_stats(ids))
    merges = {}
    for idx in range(256, V):
        if not stats or len(ids) < 2:
            break
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
        # update instead of counting everything again
        del stats[pair]
        for p, n in get_stats(ids).items():
            if idx in p:
                stats[p] = n
    return merges
