# because: The student steps over both ids after a pair of equal ids, so aaa has only one pair; every position counts, overlaps included.
# fails: get_stats, aaa
# batch: 1
# told: true author overlapping pairs counted once
# %% solution-get-stats
def get_stats(ids):
    counts = {}
    i = 0
    while i < len(ids) - 1:
        pair = (ids[i], ids[i + 1])
        counts[pair] = counts.get(pair, 0) + 1
        # a a a holds only one (a, a)
        if i + 2 < len(ids) and ids[i] == ids[i + 1] == ids[i + 2]:
            i += 2
        else:
            i += 1
    return counts
