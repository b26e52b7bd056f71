# because: compares with the middle of each bin instead of the mean of the probabilities in it
# batch: 5
# told: true author ece: the middle of the bin
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    which = (p * bins).long().clamp(0, bins - 1)
    N = p.numel()
    out = 0
    for b in which.unique().tolist():
        ys = y[which == b].float()
        said = (b + 0.5) / bins
        out += len(ys) / N * (ys.mean() - said).abs()
    return out
