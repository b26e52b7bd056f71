# fails: read_curves: best
# because: The student looked for the smallest training loss; best is the step of the smallest held-out loss.
# batch: 2
# told: true author curves: best alone on the training data
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    best = train.index(min(train))
    gap = held[-1] - train[-1]
    lost = held[-1] - min(held)
    return best, gap, lost
