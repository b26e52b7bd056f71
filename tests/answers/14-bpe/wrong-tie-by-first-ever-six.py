# because: breaks ties by when a pair was first seen in any round so far, not by its first occurrence in the current ids
# batch: 6
# told: true author a tie goes to the pair known longest
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    merges, rank = {}, {}
    for idx in range(256, V):
        stats = get_stats(ids)
        if len(stats) == 0:
            return merges
        for p in stats:
            rank.setdefault(p, len(rank))
        pair = min(stats, key=lambda p: (-stats[p], rank[p]))
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
