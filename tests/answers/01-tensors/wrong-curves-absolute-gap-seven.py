# because: takes the absolute value of the gap, which may be below 0
# batch: 7
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = min(range(len(held)), key=lambda i: held[i])
    gap = abs(held[-1] - train[-1])
    lost = held[-1] - held[best]
    return best, gap, lost
