# because: the counter lives outside the function, so the counts of earlier calls are added to those of this one
# batch: 6
# told: true author counts from earlier calls
# %% solution-get-stats
from collections import Counter

pair_counts = Counter()


def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    pair_counts.update(zip(ids, ids[1:]))
    return dict(pair_counts)
