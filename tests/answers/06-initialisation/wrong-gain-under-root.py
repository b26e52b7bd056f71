# because: The gain is drawn under the root together with the fan-in, (gain / n) ** 0.5; it belongs outside, gain / sqrt(n).
# fails: kaiming, tanh
# batch: 1
# told: true author kaiming: gain under the root
# %% solution-kaiming
def kaiming(Z, gain):
    """variance gain / fan_in"""
    var = gain / Z.shape[0]
    return Z * var ** 0.5
