# fails: *
# because: Epsilon is added a second time; it is already inside bnvar_inv (and in bnraw).
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    rows = dhpreact.shape[0]
    var = bnvar_inv ** -2  # back to the variance
    s = 1 / (var + 1e-5).sqrt()
    dxhat = dhpreact * bngain
    a = dxhat.mean(0, keepdim=True)
    b = (dxhat * bnraw).sum(0, keepdim=True) / (rows - 1)
    return s * (dxhat - a - b * bnraw)
