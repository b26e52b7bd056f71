# because: get_stats loops over range(len(ids) - 2), so the last pair is never counted
# batch: 7
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = {}
    for i in range(len(ids) - 2):
        pair = (ids[i], ids[i+1])
        if pair not in stats:
            stats[pair] = 0
        stats[pair] += 1
    return stats
