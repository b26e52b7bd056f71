# because: train searches the maximum with >=, so among equally frequent pairs the last one wins
# batch: 7
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    merges = {}
    ids = to_ids(text)
    idx = 256
    while idx < V:
        stats = get_stats(ids)
        if len(stats) == 0:
            break
        best = 0
        pair = None
        for p in stats:
            if stats[p] >= best:
                best = stats[p]
                pair = p
        ids = merge(ids, pair, idx)
        merges[pair] = idx
        idx += 1
    return merges
