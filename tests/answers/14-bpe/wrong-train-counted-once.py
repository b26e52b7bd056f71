# because: The student counts once and merges the V - 256 most frequent pairs of the raw bytes; after each merge the counts have changed and must be taken anew, with the new ids in them.
# fails: train, aaabdaaabac
# batch: 1
# told: true author counted only once
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    stats = get_stats(ids)
    ranking = sorted(stats, key=stats.get, reverse=True)   # sorted is stable, ties stay in order
    merges = {}
    for n, pair in enumerate(ranking[: V - 256]):
        idx = 256 + n
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
