# because: >= lets the last of several equally frequent pairs win; the first one in the ids must
# fails: train, ties
# batch: 0
# told: true author a tie goes to the last pair
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        stats = get_stats(ids)
        best, most = None, 0
        for pair, n in stats.items():
            if n >= most:
                best, most = pair, n
        if best is None:
            break
        ids = merge(ids, best, idx)
        merges[best] = idx
    return merges
