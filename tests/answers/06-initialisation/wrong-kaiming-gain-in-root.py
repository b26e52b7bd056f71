# fails: kaiming, tanh
# because: The gain stands under the root; it multiplies the standard deviation, so it stays outside.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    fan_in, fan_out = Z.shape
    return Z * math.sqrt(gain / fan_in)
