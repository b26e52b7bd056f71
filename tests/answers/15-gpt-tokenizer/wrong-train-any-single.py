# fails: train, hug
# because: Training stops as soon as one chunk has no pair left; it may stop only when no chunk has one.
# batch: 2
# told: true author finished when any chunk is
# %% solution-train
def train(text, V, pattern):
    """str, vocabulary size V >= 256, regular expression -> merges {(int, int): int}, in the order of learning.
    """
    chunks = [to_ids(c) for c in split(text, pattern)]
    merges, idx = {}, 256
    while idx < V:
        if any(len(c) < 2 for c in chunks):
            break
        stats = count_pairs(chunks)
        pair = max(stats, key=stats.get)
        merges[pair] = idx
        chunks = [merge(c, pair, idx) for c in chunks]
        idx += 1
    return merges
