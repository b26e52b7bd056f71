# fails: batchnorm_backward, a small batch
# because: The n of the notebook (32) is used for both averages; the batch of the argument has dhpreact.shape[0] rows.
# batch: 1
# told: true author batchnorm_backward, the notebook's n for both means
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    dbnraw = bngain * dhpreact
    a = dbnraw.sum(0, keepdim=True) / n
    b = (dbnraw * bnraw).sum(0, keepdim=True) / (n - 1)
    return bnvar_inv * (dbnraw - a - b * bnraw)
