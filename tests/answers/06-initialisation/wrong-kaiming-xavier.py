# fails: kaiming
# because: The mean of fan-in and fan-out is taken (Xavier's rule); here the fan-in alone counts.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    n = (Z.shape[0] + Z.shape[1]) / 2
    return gain * Z / math.sqrt(n)
