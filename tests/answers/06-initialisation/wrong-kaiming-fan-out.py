# fails: kaiming
# because: The second dimension was read as the fan-in, as torch's Linear has it; here W is (fan_in, fan_out) and the fan-in is the first.
# batch: 2
# %% solution-kaiming
def kaiming(Z, gain):
    """Z (fan_in, fan_out) standard normal numbers, gain a number -> W (fan_in, fan_out)."""
    fan_in = Z.size(-1)
    return Z * gain / fan_in**0.5
