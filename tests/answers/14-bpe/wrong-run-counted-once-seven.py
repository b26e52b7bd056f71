# because: get_stats does not count overlaps: after a counted pair of equal ids it steps over both, so aaa has (a, a) only once
# batch: 7
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    i = 0
    while i < len(ids) - 1:
        pair = (ids[i], ids[i + 1])
        stats[pair] = stats.get(pair, 0) + 1
        if ids[i] == ids[i + 1]:
            i += 2  # the second one is used up
        else:
            i += 1
    return stats
