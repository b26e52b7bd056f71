# because: takes the step before the held-out loss first rises (the first local minimum) instead of the smallest loss of all
# batch: 7
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = 0
    while best + 1 < len(held) and held[best + 1] < held[best]:
        best += 1
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
