# fails: random_settings
# because: draws evenly between the bounds themselves, a + u(b-a), not between their logarithms
# batch: 1
# told: true author random: evenly, not by magnitude
# %% solution-random
def random_settings(ranges, u):
    res = []
    for row in u.tolist():
        res.append({name: a + r * (b - a) for (name, (a, b)), r in zip(ranges.items(), row)})
    return res
