# fails: dropout, in training; dropout, in use
# because: The old convention: nothing is scaled in training and everything by 1 - p in use; here the survivors are divided by 1 - p in training and nothing happens in use.
# batch: 1
# told: true author dropout: scaled in use
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if training:
        return torch.where(u < p, torch.zeros_like(x), x)
    return x * (1 - p)
