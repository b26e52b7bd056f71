# fails: random_settings: result, and ranges and u afterwards
# because: writes the logarithms of the bounds into the caller's dict
# batch: 4
# told: true author random: logarithms written into ranges
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    for name, (a, b) in ranges.items():
        ranges[name] = (math.log(a), math.log(b))
    return [{name: math.exp(a + x * (b - a)) for (name, (a, b)), x in zip(ranges.items(), row)} for row in u.tolist()]
