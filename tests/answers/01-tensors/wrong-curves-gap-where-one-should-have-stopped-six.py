# because: takes the gap at the best step instead of at the last one
# batch: 6
# told: true author curves: gap at the best step
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = min(range(len(held)), key=lambda s: held[s])
    gap = held[best] - train[best]
    lost = held[-1] - held[best]
    return best, gap, lost
