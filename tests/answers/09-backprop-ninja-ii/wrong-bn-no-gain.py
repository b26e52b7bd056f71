# fails: batchnorm_backward
# because: The gain is left out: dxhat is the gain times dhpreact.
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    n = dhpreact.shape[0]
    a = dhpreact.mean(0, keepdim=True)
    b = (dhpreact * bnraw).sum(0, keepdim=True) / (n - 1)
    return bnvar_inv * (dhpreact - a - b * bnraw)
