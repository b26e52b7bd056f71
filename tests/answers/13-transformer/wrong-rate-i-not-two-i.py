# fails: rate
# because: The exponent is i/d and not 2i/d, so the hands slow down only half as fast; 2i is the number of the hand's first channel.
# batch: 1
# told: true author rate: i for 2i
# %% solution-rate
i = torch.arange(d // 2)
rate = 1 / 10000 ** (i / d)
