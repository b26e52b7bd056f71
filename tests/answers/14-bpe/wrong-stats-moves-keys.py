# fails: get_stats, order of the pairs
# because: A pair that comes again is taken out and put in at the end, so the keys are in the order of their last occurrence, not the first.
# batch: 2
# told: true author keys moved to the end
# %% solution-get-stats
def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    d = {}
    for pair in zip(ids[:-1], ids[1:]):
        d[pair] = d.pop(pair, 0) + 1
    return d
