# fails: ece
# because: p = 1 falls into a bin of its own number `bins`, which the loop never reaches; it belongs to the last bin.
# batch: 2
# told: true author ece: p = 1 left out
# %% solution-ece
def ece(p, y, bins):
    """p (N,) probabilities, y (N,) outcomes 0 or 1, bins a number -> the expected calibration error, one number."""
    where = (p * bins).floor().long()
    total = 0.0
    for b in range(bins):
        here = where == b
        if here.any():
            total += here.float().mean() * (p[here].mean() - y[here].float().mean()).abs()
    return total
