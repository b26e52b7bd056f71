# because: stops as soon as the best pair occurs only once, although pairs are left and the vocabulary is not full
# batch: 6
# told: true author pairs that occur once are not merged
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    chunks = list(map(to_ids, split(text, pattern)))
    merges = {}
    for idx in range(256, V):
        stats = count_pairs(chunks)
        pair = max(stats, key=stats.get, default=None)
        if pair is None or stats[pair] < 2:
            break  # nothing occurs twice, nothing to save
        merges[pair] = idx
        chunks = [merge(chunk, pair, idx) for chunk in chunks]
    return merges
