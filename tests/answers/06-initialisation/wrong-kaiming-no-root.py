# fails: kaiming
# because: Z is divided by n_in instead of its root: the variance must be divided by n_in, so the standard deviation by the root.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    n_in = Z.shape[0]
    return gain / n_in * Z
