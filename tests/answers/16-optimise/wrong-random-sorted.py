# fails: random_settings
# because: goes through the names in alphabetical order; column j is for the name at place j of ranges
# batch: 1
# told: true author random: names in alphabetical order
# %% solution-random
def random_settings(ranges, u):
    names = sorted(ranges)
    out = []
    for row in u:
        s = {}
        for j, n in enumerate(names):
            lo, hi = ranges[n]
            s[n] = math.exp(math.log(lo) + float(row[j]) * (math.log(hi) - math.log(lo)))
        out.append(s)
    return out
