# because: sorts the pairs by their count; the keys must stay in the order in which the pairs first occur
# fails: get_stats, order of the pairs
# batch: 0
# told: true author keys sorted by their counts
# %% solution-get-stats
def get_stats(ids):
    counts = {}
    for pair in zip(ids, ids[1:]):
        counts[pair] = counts.get(pair, 0) + 1
    # most frequent first
    return dict(sorted(counts.items(), key=lambda item: item[1], reverse=True))
