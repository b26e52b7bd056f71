# fails: batchnorm_backward
# because: This is torch's formula with n in the part of the variance; here the variance divides by n - 1.
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    dx = bngain * dhpreact
    return bnvar_inv * (dx - dx.mean(0) - bnraw * (dx * bnraw).mean(0))
