# because: get_stats returns the pairs sorted by falling count (most_common) instead of in the order of first occurrence
# batch: 7
# %% solution-get-stats
from collections import Counter

def get_stats(ids):
    """list of int -> dict {(int, int): count} of all adjacent pairs, in the order of first occurrence."""
    c = Counter(zip(ids, ids[1:]))
    return dict(c.most_common())
