# fails: dropout, p = 0
# because: u <= p also drops numbers whose u equals p, so with p = 0 a u of exactly 0 is dropped; only u < p may be.
# batch: 1
# told: true author dropout: on the border
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if not training:
        return x
    keep = u > p
    return x * keep / (1 - p)
