# because: keeps each different chunk only once to be faster and forgets how often it occurred, so the counts are wrong
# batch: 6
# told: true author equal chunks trained once
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    unique = list(dict.fromkeys(split(text, pattern)))
    chunks = [to_ids(c) for c in unique]
    merges = {}
    for k in range(V - 256):
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=lambda p: stats[p])
        idx = 256 + k
        chunks = [merge(c, pair, idx) for c in chunks]
        merges[pair] = idx
    return merges
