# because: train counts the pairs once, in the bytes, and takes the V - 256 most frequent of these without counting anew after each merge
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
    stats = get_stats(ids)
    ranked = sorted(stats, key=stats.get, reverse=True)
    merges = {}
    for idx, pair in zip(range(256, V), ranked):
        merges[pair] = idx
        ids = merge(ids, pair, idx)
    return merges
