# because: The student compares V with the number of different ids in the text; the vocabulary always has all 256 bytes, and each merge adds one id to it.
# fails: train, aaabdaaabac
# batch: 1
# told: true author V merges
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    merges = {}
    idx = 256
    while len(set(ids)) < V:     # vocabulary not full yet
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
        idx += 1
    return merges
