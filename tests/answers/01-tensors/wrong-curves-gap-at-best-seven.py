# because: measures the gap at the best step instead of the last one
# batch: 7
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = held.index(min(held))
    gap = held[best] - train[best]
    lost = held[-1] - min(held)
    return best, gap, lost
