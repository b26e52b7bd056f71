# because: A probability exactly on the edge of two bins goes to the lower one (bucketize is closed on the right unless told otherwise); floor(p * bins) puts it into the upper one.
# batch: 3
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    edges = torch.arange(1, bins, device=p.device) / bins
    where = torch.bucketize(p, edges)
    error = 0.0
    for b in range(bins):
        inside = where == b
        if inside.any():
            error += inside.float().mean() * (p[inside].mean() - y[inside].float().mean()).abs()
    return error
