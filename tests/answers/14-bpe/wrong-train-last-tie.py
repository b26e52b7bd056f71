# fails: train, ties
# because: On a tie the last of the most frequent pairs is taken (>=); the first one must win.
# batch: 2
# told: true author a tie goes to the last pair
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids, merges = to_ids(text), {}
    while 256 + len(merges) < V and len(ids) > 1:
        best, best_count = None, 0
        for pair, count in get_stats(ids).items():
            if count >= best_count:
                best, best_count = pair, count
        idx = 256 + len(merges)
        merges[best] = idx
        ids = merge(ids, best, idx)
    return merges
