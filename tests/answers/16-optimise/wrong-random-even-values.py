# fails: random_settings
# because: The values themselves are drawn evenly between a and b, not their logarithms.
# batch: 2
# told: true author random: evenly, not by magnitude
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    return [{name: a + float(row[j]) * (b - a) for j, (name, (a, b)) in enumerate(ranges.items())} for row in u]
