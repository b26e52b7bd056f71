# because: off by one: goes on up to and including id V, so the vocabulary has V + 1 ids
# batch: 6
# told: true author one merge too many
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    chunks = []
    for piece in split(text, pattern):
        chunks.append(to_ids(piece))
    merges = {}
    idx = 256
    while idx <= V:
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        merges[pair] = idx
        for k in range(len(chunks)):
            chunks[k] = merge(chunks[k], pair, idx)
        idx = idx + 1
    return merges
