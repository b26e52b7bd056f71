# because: The weights are divided by fan_in in place of its square root: the variance must be 1/n, so the numbers themselves are divided by the root of n.
# fails: kaiming; kaiming, tanh
# batch: 1
# told: true author kaiming: missing sqrt
# %% solution-kaiming
def kaiming(Z, gain):
    fan_in, fan_out = Z.shape
    return gain * Z / fan_in
