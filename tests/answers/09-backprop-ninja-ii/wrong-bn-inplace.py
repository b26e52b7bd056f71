# fails: batchnorm_backward, and its arguments
# because: dhpreact is multiplied by the gain in place; the arguments must stay as they are.
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    dxhat = dhpreact.mul_(bngain)
    m = len(dxhat)
    a = dxhat.mean(0, keepdim=True)
    b = (dxhat * bnraw).sum(0, keepdim=True) / (m - 1)
    return bnvar_inv * (dxhat - a - b * bnraw)
