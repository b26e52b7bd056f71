# fails: *
# because: The default argument {} is made once and keeps the counts from one call to the next; a new dictionary is needed in each call.
# batch: 2
# told: true author counts from earlier calls
# %% solution-get-stats
def get_stats(ids, counts={}):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    for a, b in zip(ids, ids[1:]):
        counts[(a, b)] = counts.get((a, b), 0) + 1
    return counts
