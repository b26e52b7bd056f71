# because: The range ends one too early, so the last pair is never counted; n ids have n - 1 pairs.
# fails: get_stats, aaa
# batch: 1
# told: true author the last pair forgotten
# %% solution-get-stats
def get_stats(ids):
    n = len(ids)
    d = {}
    for i in range(n - 2):
        p = (ids[i], ids[i + 1])
        d[p] = d.get(p, 0) + 1
    return d
