# fails: batchnorm_backward
# because: The formula of torch's BatchNorm1d with n in the slope; here the variance divides by n - 1, and so does b.
# batch: 1
# told: true author batchnorm_backward, n for n-1
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    N = dhpreact.shape[0]
    dxhat = dhpreact * bngain
    return bnvar_inv / N * (N * dxhat - dxhat.sum(0) - bnraw * (dxhat * bnraw).sum(0))
