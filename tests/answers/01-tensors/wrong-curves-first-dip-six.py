# because: stops at the first step after which the held-out loss rises (the first local dip) instead of looking for the smallest of all; lost is measured from there too
# batch: 6
# told: true author curves: the first rise
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = 0
    # go downhill until the curve turns
    while best + 1 < len(held) and held[best + 1] <= held[best]:
        best += 1
    # equally small ones: take the first
    while best > 0 and held[best - 1] == held[best]:
        best -= 1
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
