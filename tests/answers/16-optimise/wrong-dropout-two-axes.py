# fails: dropout, four axes
# because: loops over rows and columns only, so a batch of pictures fails
# batch: 4
# told: true author dropout: rows and columns only
# %% solution-dropout
def dropout(x, p, mask, training):
    """x (..), mask (..) bool: True where x stays; training True or False -> the shape of x."""
    out = x.clone()
    if training:
        for i in range(x.shape[0]):
            for j in range(x.shape[1]):
                out[i, j] = x[i, j] / (1 - p) if mask[i, j] else 0
    return out
