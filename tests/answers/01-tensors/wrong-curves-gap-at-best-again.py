# fails: read_curves: gap
# because: The gap is taken at the best step instead of the last one.
# batch: 2
# told: true author curves: gap at the best step
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = 0
    for s in range(1, len(held)):
        if held[s] < held[best]:
            best = s
    gap = held[best] - train[best]
    lost = held[-1] - held[best]
    return best, gap, lost
