# fails: get_stats, order of the pairs
# because: The dictionary is sorted by count; its keys must stand in the order of their first occurrence.
# batch: 2
# told: true author keys sorted by their counts
# %% solution-get-stats
from collections import Counter


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    return dict(Counter(zip(ids, ids[1:])).most_common())
