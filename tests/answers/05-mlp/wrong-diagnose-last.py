# fails: gaps
# because: Only the last loss of each curve is compared; a and b are the means of the last ten.
# batch: 2
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    a, b = float(train[-1]), float(dev[-1])
    gap = b - a
    if a > goal:
        return gap, "underfits"
    if gap > slack:
        return gap, "overfits"
    return gap, "fits"
