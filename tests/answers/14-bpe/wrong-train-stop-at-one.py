# because: The student stops as soon as no pair occurs twice; a pair that occurs once is still merged, and training ends only when no pair is left or the vocabulary is full.
# fails: train, names
# batch: 1
# told: true author pairs that occur once are not merged
# %% solution-train
def train(text, V):
    ids = to_ids(text)
    merges = {}
    for idx in range(256, V):
        stats = get_stats(ids)
        if not stats:
            break
        pair = max(stats, key=stats.get)
        if stats[pair] < 2:
            break  # nothing to gain any more
        ids = merge(ids, pair, idx)
        merges[pair] = idx
    return merges
