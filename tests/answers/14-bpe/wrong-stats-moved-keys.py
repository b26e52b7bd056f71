# because: The student takes a key out and puts it in again whenever its count rises, so the order is that of the last occurrence; the first occurrence is asked for.
# fails: get_stats, order of the pairs
# batch: 1
# told: true author keys moved to the end
# %% solution-get-stats
def get_stats(ids):
    stats = {}
    for pair in zip(ids, ids[1:]):
        n = stats.pop(pair, 0)
        stats[pair] = n + 1
    return stats
