# because: rounds the value to a whole number wherever the lower bound is at least 1 (because a width is whole), which the text does not ask for
# batch: 6
# told: true author random: a width rounded
# %% solution-random
def random_settings(ranges, u):
    """ranges {name: (a, b)} with m names, u (n, m) from [0, 1) -> a list of n settings {name: number}."""
    settings = []
    for row in u:
        s = {}
        for j, (name, (a, b)) in enumerate(ranges.items()):
            v = a * (b / a) ** float(row[j])
            if a >= 1:
                v = round(v)   # e.g. width: there are no half units
            s[name] = v
        settings.append(s)
    return settings
