# fails: get_stats, aaabdaaabac
# because: The two ids of a pair are sorted, so (b, a) is counted as (a, b); pairs are ordered.
# batch: 2
# told: true author a pair and its mirror image counted together
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    for left, right in zip(ids, ids[1:]):
        key = tuple(sorted((left, right)))
        if key not in stats:
            stats[key] = 0
        stats[key] += 1
    return stats
