# because: does not count a pair that overlaps with the previously counted occurrence of the same pair (aaa has (a, a) once), although overlaps count
# batch: 6
# told: true author overlapping pairs counted once
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    last = {}      # where each pair was counted last
    for i in range(len(ids) - 1):
        pair = (ids[i], ids[i + 1])
        if pair in last and last[pair] == i - 1:
            continue               # shares an id with the one before
        stats[pair] = stats.get(pair, 0) + 1
        last[pair] = i
    return stats
