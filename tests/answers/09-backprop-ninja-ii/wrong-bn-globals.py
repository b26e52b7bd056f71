# fails: batchnorm_backward, a small batch
# because: The notebook's slope and common are used, which belong to another batch; they must be computed from the arguments.
# batch: 2
# %% solution-batchnorm
def batchnorm_backward(dhpreact, bnraw, bnvar_inv, bngain):
    return bnvar_inv * (bngain * dhpreact - common - slope * bnraw)
