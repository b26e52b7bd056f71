# because: the search ends one step early (range(len(held) - 1)), so the last step can never be the best: wrong where the held-out loss still falls at the end
# batch: 6
# told: true author curves: the last step left out
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = 0
    for i in range(len(held) - 1):
        if held[i] < held[best]:
            best = i
    gap = held[-1] - train[-1]
    lost = held[-1] - held[best]
    return best, gap, lost
