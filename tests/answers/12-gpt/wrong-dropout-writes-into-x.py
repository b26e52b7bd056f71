# fails: *
# because: The zeros are written into x itself, so the caller's tensor is damaged (in a block this is the stream's branch); it must work on a copy.
# batch: 1
# told: true author dropout: writes into x
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if training and p > 0:
        x[u < p] = 0.0
        return x / (1 - p)
    return x
