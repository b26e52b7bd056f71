# because: takes the key out and puts it in again at every count (pop), so the keys are in the order of the LAST occurrence, not the first
# batch: 6
# told: true author keys moved to the end
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    for pair in zip(ids, ids[1:]):
        stats[pair] = stats.pop(pair, 0) + 1
    return stats
