# fails: *
# because: With <= a later step of the same loss replaces the best one; of several equally small losses the first counts.
# batch: 2
# told: true author curves: the last of equals
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    lowest, best = float("inf"), 0
    for step, loss in enumerate(held):
        if loss <= lowest:
            lowest, best = loss, step
    return best, held[-1] - train[-1], held[-1] - lowest
