# fails: batchnorm_backward
# because: The part that the variance takes away, b times xhat, is missing.
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    g_in = dhpreact * bngain
    centred = g_in - g_in.mean(0, keepdim=True)
    return centred * bnvar_inv
