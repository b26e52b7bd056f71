# fails: random_settings
# because: The logarithms are taken to base 10 but taken back with exp; the two must fit together (10 ** v, or math.log).
# batch: 2
# told: true author random: two bases
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    settings = []
    for i in range(u.shape[0]):
        s = {}
        for j, name in enumerate(ranges):
            lo, hi = (math.log10(v) for v in ranges[name])
            s[name] = math.exp(lo + u[i, j].item() * (hi - lo))
        settings.append(s)
    return settings
