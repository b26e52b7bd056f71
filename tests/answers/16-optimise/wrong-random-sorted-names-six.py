# because: goes through the names in alphabetical order, so column j of u is not that of the name at place j in ranges
# batch: 6
# told: true author random: names in alphabetical order
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    names = sorted(ranges)
    low = torch.tensor([ranges[k][0] for k in names], dtype=u.dtype, device=u.device).log()
    high = torch.tensor([ranges[k][1] for k in names], dtype=u.dtype, device=u.device).log()
    values = (low + u * (high - low)).exp()
    return [dict(zip(names, row)) for row in values.tolist()]
