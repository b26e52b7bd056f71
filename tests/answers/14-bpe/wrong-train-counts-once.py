# fails: train, aaabdaaabac
# because: The pairs are counted once, before the first merge, and the most frequent ones of that count are taken; each round must count anew.
# batch: 2
# told: true author counted only once
# %% solution-train
def train(text, V):
    """str, vocabulary size V >= 256 -> merges {(int, int): int}, in the order of learning.
    """
    ids = to_ids(text)
    stats = get_stats(ids)
    merges = {}
    for idx in range(256, V):
        if not stats:
            break
        pair = max(stats, key=stats.get)
        del stats[pair]
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
