# fails: kaiming
# because: Z is divided by its own sample standard deviation first; it is standard normal already, and W is gain/sqrt(n_in) times Z itself.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    fan_in = Z.shape[0]
    target_std = gain / fan_in**0.5
    return Z / Z.std() * target_std
