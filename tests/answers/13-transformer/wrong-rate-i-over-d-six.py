# because: the exponent is i/d instead of 2i/d, so the hands slow down only half as fast (last rate about 1/32 instead of 1/1000 for d = 8)
# batch: 6
# told: true author rate: i for 2i
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
i = torch.arange(d // 2, dtype=torch.float32)
rate = 1 / 10000 ** (i / d)
