# fails: read_curves: lost
# because: The student compares the last held-out loss with the first one; lost is measured from the best one.
# batch: 2
# told: true author curves: lost from the start
# %% solution-curves
def read_curves(train, held):
    """train, held: lists of S losses -> best (int), gap (float), lost (float)."""
    h = torch.tensor(held, dtype=torch.float64)
    best = int(h.argmin())
    gap = held[-1] - train[-1]
    lost = held[-1] - held[0]
    return best, gap, lost
