# fails: batchnorm_backward
# because: b is formed from dhpreact without the gain, while the direct part and a have it: all three need bngain * dhpreact.
# batch: 1
# told: true author batchnorm_backward, b without the gain
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    """dhpreact, bnraw (n, H); bnvar_inv, bngain (1, H) -> dhprebn (n, H)."""

    rows = len(bnraw)
    dxhat = bngain * dhpreact
    a = dxhat.mean(dim=0, keepdim=True)
    b = (dhpreact * bnraw).sum(dim=0, keepdim=True) / (rows - 1)
    return bnvar_inv * (dxhat - a - b * bnraw)
