# because: The student returns the pairs sorted by count with most_common; the keys have to be in the order of first occurrence.
# fails: get_stats, order of the pairs
# batch: 1
# told: true author keys sorted by their counts
# %% solution-get-stats
def get_stats(ids):
    from collections import Counter

    c = Counter(zip(ids[:-1], ids[1:]))
    return dict(c.most_common())
