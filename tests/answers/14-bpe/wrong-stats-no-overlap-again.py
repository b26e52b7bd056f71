# fails: get_stats, aaa
# because: In a run of equal ids the overlapping pairs are left out; every position counts, so aaa has (a, a) twice.
# batch: 2
# told: true author overlapping pairs counted once
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    counts = {}
    i = 0
    while i < len(ids) - 1:
        pair = (ids[i], ids[i + 1])
        counts[pair] = counts.get(pair, 0) + 1
        if pair[0] == pair[1] and i + 2 < len(ids) and ids[i + 2] == pair[0]:
            i += 1  # already used
        i += 1
    return counts
