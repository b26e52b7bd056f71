# because: get_stats cuts ids into disjoint blocks of two (positions 0-1, 2-3, ...) instead of all n-1 neighbours
# batch: 7
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    counts = {}
    for p, q in zip(ids[::2], ids[1::2]):
        counts[(p, q)] = counts.get((p, q), 0) + 1
    return counts
