# because: The larger of the two dimensions is taken as the fan-in, which is right only for matrices that are taller than wide; the fan-in is always the first.
# batch: 1
# told: true author kaiming: the larger side
# %% solution-kaiming
def kaiming(Z, gain):
    n = max(Z.shape)
    W = Z.clone()
    W.mul_(gain)
    W.div_(n ** 0.5)
    return W
