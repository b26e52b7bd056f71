# fails: *
# because: The dropped numbers are set to 0 in the caller's x itself; a copy is needed.
# batch: 2
# told: true author dropout: writes into x
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if not training:
        return x
    x[u < p] = 0
    return x / (1 - p)
