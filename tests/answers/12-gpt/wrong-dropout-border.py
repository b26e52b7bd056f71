# fails: dropout, p = 0
# because: Numbers survive only where u > p; u equal to p must survive too (u >= p), which shows when p = 0 and u = 0.
# batch: 2
# told: true author dropout: on the border
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if training:
        keep = (u > p).float()
        return x * keep / (1 - p)
    return x
