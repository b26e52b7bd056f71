# because: Comparing with >= the student takes the last of the pairs that are equally frequent; on a tie the first key of count_pairs has to win.
# fails: train, hug
# batch: 1
# told: true author the last pair on a tie
# %% solution-train
def train(text, V, pattern):
    chunks = [to_ids(c) for c in split(text, pattern)]
    merges = {}
    for idx in range(256, V):
        stats = count_pairs(chunks)
        if not stats:
            break
        pair, top = None, 0
        for candidate, n in stats.items():
            if n >= top:
                pair, top = candidate, n
        for k in range(len(chunks)):
            chunks[k] = merge(chunks[k], pair, idx)
        merges[pair] = idx
    return merges
