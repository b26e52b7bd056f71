# fails: rate
# because: There is a rate for every channel (d of them); one hand serves two channels, so there are d/2 rates.
# batch: 2
# told: true author rate: one for each channel
# %% solution-rate
rate = 10000.0 ** (-torch.arange(0, d) / d)
