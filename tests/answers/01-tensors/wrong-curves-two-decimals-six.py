# because: rounds gap and lost to two decimals: right only for losses that have no more than two decimals themselves, like the shown ones
# batch: 6
# told: true author curves: two decimals
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = held.index(min(held))
    gap = round(held[-1] - train[-1], 2)      # get rid of 0.30000000000000004
    lost = round(held[-1] - held[best], 2)
    return best, gap, lost
