# because: get_stats counts (b, a) under (a, b) if (a, b) came first: treats pairs as unordered
# batch: 7
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    for left, right in zip(ids, ids[1:]):
        if (right, left) in stats:   # same two neighbours
            stats[(right, left)] += 1
        else:
            stats[(left, right)] = stats.get((left, right), 0) + 1
    return stats
