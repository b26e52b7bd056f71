# fails: kaiming, Z afterwards
# because: Z *= ... changes the caller's tensor; a new one was asked for.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    Z *= gain / math.sqrt(Z.shape[0])
    return Z
