# fails: dropout, in training
# because: The survivors are scaled by the share that happened to survive and not by 1 - p; the factor is fixed, 1/(1 - p).
# batch: 1
# told: true author dropout: the share that survived
# %% solution-dropout
def dropout(x, p, u, training):
    """x and u of the same shape, 0 <= p < 1, training True or False -> the shape of x."""
    if not training or p == 0:
        return x
    mask = (u >= p).float()
    return x * mask / mask.mean()
