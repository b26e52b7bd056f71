# fails: dropout, in training
# because: The survivors are not divided by 1 - p, so that the average shrinks.
# batch: 2
# told: true author dropout: not scaled up
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if not training:
        return x
    return torch.where(u < p, torch.zeros_like(x), x)
