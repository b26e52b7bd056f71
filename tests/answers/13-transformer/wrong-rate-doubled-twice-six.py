# because: i already runs 0, 2, 4, ... (it is 2i of the formula) and is doubled once more, so the exponent is 4i/d
# batch: 6
# told: true author rate: 2i with i already counting channels
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
i = torch.arange(0, d, 2)
rate = torch.pow(10000.0, -2 * i / d)
