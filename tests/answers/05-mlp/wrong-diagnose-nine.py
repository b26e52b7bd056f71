# fails: gaps
# because: The slice [-10:-1] leaves out the last loss, so it is a mean of nine.
# batch: 2
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    a = train[-10:-1].mean().item()
    b = dev[-10:-1].mean().item()
    gap = b - a
    if a > goal:
        return gap, "underfits"
    elif gap > slack:
        return gap, "overfits"
    else:
        return gap, "fits"
