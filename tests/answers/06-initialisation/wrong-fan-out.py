# because: The last dimension is read as the fan-in, as torch.nn.Linear stores it; here W is (fan_in, fan_out), so the fan-in is the first.
# fails: kaiming; kaiming, tanh
# batch: 1
# told: true author kaiming: fan_out
# %% solution-kaiming
def kaiming(Z, gain):
    n_in = Z.size(-1)
    std = gain / math.sqrt(n_in)
    return std * Z
