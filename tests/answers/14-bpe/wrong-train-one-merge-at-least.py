# because: The student tests the size of the vocabulary only after a merge, so V = 256 still gives one merge; there must be exactly V - 256 of them, also none.
# batch: 1
# told: true author at least one merge
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    merges = {}
    idx = 256
    while True:
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        ids = merge(ids, pair, idx)
        merges[pair] = idx
        idx += 1
        if idx >= V:
            break
    return merges
