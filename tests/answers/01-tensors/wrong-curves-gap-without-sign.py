# fails: *
# because: The student takes the absolute value of the gap, but it may be below 0 when the held-out data are easier.
# batch: 2
# told: true author curves: gap without its sign
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = min(range(len(held)), key=held.__getitem__)
    gap = abs(held[-1] - train[-1])
    lost = held[-1] - held[best]
    return best, gap, lost
