# fails: *
# because: b is computed as the slope of a regression, divided by the sum of bnraw**2; that sum is n - 1 only without epsilon, and b divides by n - 1 itself.
# batch: 1
# told: true author batchnorm_backward, the regression's own divisor
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    dxhat = bngain * dhpreact
    a = dxhat.mean(0, keepdim=True)
    # b is the slope of the regression of dxhat on bnraw
    b = ((dxhat - a) * bnraw).sum(0, keepdim=True) / (bnraw**2).sum(0, keepdim=True)
    return bnvar_inv * (dxhat - a - b * bnraw)
