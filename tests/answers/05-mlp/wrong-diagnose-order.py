# fails: verdicts
# because: The gap is asked about first; a model whose train loss misses the goal underfits, however large the gap.
# batch: 2
# %% solution-diagnose
def diagnose(train, dev, goal, slack):
    """train, dev (S,) losses in the order of time -> gap, a float, and "underfits", "overfits" or "fits"."""
    a = train[-10:].mean().item()
    b = dev[-10:].mean().item()
    gap = b - a
    if gap > slack:
        verdict = "overfits"
    elif a > goal:
        verdict = "underfits"
    else:
        verdict = "fits"
    return gap, verdict
