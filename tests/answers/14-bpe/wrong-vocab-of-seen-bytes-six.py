# because: counts only the bytes that occur in the text as vocabulary, so it makes V - (number of different bytes) merges instead of V - 256
# batch: 6
# told: true author V merges
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.

    ids     list of int   the text as it stands after the merges so far
    stats   dict          the counts of its pairs
    pair    (int, int)    the most frequent one (the first in ids, if several are)
    idx     int           the new id for it: 256, 257, ..., V - 1
    """
    ids = to_ids(text)
    vocab_size = len(set(ids))     # the alphabet
    merges = {}
    idx = 256
    while vocab_size < V and len(ids) >= 2:
        stats = get_stats(ids)
        pair = max(stats, key=lambda k: stats[k])
        merges[pair] = idx
        ids = merge(ids, pair, idx)
        idx += 1
        vocab_size += 1
    return merges
