# fails: *
# because: The gap is returned and compared without its sign; it is b - a, and negative if dev is the better one.
# batch: 2
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    a = float(train[-10:].mean())
    b = float(dev[-10:].mean())
    gap = abs(a - b)
    if a > goal:
        return gap, "underfits"
    return (gap, "overfits") if gap > slack else (gap, "fits")
