# because: assigns the merged chunk to the loop variable only, so the list of chunks never changes and the same pair wins every round
# batch: 6
# told: true author the merged chunks thrown away
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.

    chunks  list of lists of int   the chunks as they stand after the merges so far
    stats   dict                   the counts of their pairs
    pair    (int, int)             the most frequent one (the first, if several are)
    idx     int                    the new id for it: 256, 257, ..., V - 1
    """
    chunks = [to_ids(piece) for piece in split(text, pattern)]
    merges = {}
    for idx in range(256, V):
        stats = count_pairs(chunks)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        for chunk in chunks:
            chunk = merge(chunk, pair, idx)
        merges[pair] = idx
    return merges
