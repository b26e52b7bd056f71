# because: compares with <=, so of several equally small held-out losses the last one is taken, not the first
# batch: 7
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = 0
    for step in range(len(held)):
        if held[step] <= held[best]:
            best = step
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
