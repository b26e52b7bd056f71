# because: The student sorts the two ids of each pair, so (a, b) and (b, a) are counted together; pairs are ordered.
# fails: get_stats, aaabdaaabac
# batch: 1
# told: true author a pair and its mirror image counted together
# %% solution-get-stats
def get_stats(ids):
    stats = {}
    for a, b in zip(ids, ids[1:]):
        key = (min(a, b), max(a, b))
        if key in stats:
            stats[key] += 1
        else:
            stats[key] = 1
    return stats
