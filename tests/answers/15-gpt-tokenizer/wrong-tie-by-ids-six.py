# because: max over (count, pair) breaks a tie by the greatest pair of ids instead of the first key
# batch: 6
# told: true author the greatest pair on a tie
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    merges = {}
    chunks = [to_ids(c) for c in split(text, pattern)]
    idx = 256
    while idx < V:
        stats = count_pairs(chunks)
        if len(stats) == 0:
            return merges
        n, pair = max((count, pair) for pair, count in stats.items())
        chunks = [merge(c, pair, idx) for c in chunks]
        merges[pair] = idx
        idx += 1
    return merges
