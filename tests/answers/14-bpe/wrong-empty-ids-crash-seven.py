# because: get_stats reads ids[0] before the loop, so an empty list raises IndexError instead of giving an empty dictionary
# batch: 7
# %% solution-get-stats
from collections import defaultdict


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    stats = defaultdict(int)
    prev = ids[0]
    for cur in ids[1:]:
        stats[prev, cur] += 1
        prev = cur
    return dict(stats)
