# fails: train, ties
# because: max over (count, pair) breaks ties by the size of the ids; the pair that occurs first must win.
# batch: 2
# told: true author a tie goes to the greatest pair
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    merges = {}
    for k in range(V - 256):
        stats = get_stats(ids)
        if len(stats) == 0:
            return merges
        count, pair = max((n, p) for p, n in stats.items())
        merges[pair] = 256 + k
        ids = merge(ids, pair, 256 + k)
    return merges
