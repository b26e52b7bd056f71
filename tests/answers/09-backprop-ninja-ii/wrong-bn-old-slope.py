# fails: batchnorm_backward, a small batch
# because: The slope and common of the notebook's batch are put in; both belong to one batch and have to be computed from the arguments.
# batch: 1
# told: true author batchnorm_backward, the notebook's columns
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    dxhat = dhpreact * bngain
    return (dxhat - common - slope * bnraw) * bnvar_inv
