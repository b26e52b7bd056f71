# because: chooses the pair by WordPiece's score n(p, q) / (n(p) n(q)) instead of by the plain count
# batch: 6
# told: true author a score for the count
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
    while 256 + len(merges) < V and len(ids) > 1:
        single = {}
        for i in ids:
            single[i] = single.get(i, 0) + 1
        stats = get_stats(ids)
        pair = max(stats, key=lambda pq: stats[pq] / (single[pq[0]] * single[pq[1]]))
        idx = 256 + len(merges)
        merges[pair] = idx
        ids = merge(ids, pair, idx)
    return merges
