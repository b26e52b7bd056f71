# fails: rate
# because: The exponent is i/d and not 2i/d, so the hands turn too fast and the slowest has only 1/100.
# batch: 2
# told: true author rate: i for 2i
# %% solution-rate
i = torch.arange(d // 2)
rate = 1 / 10000 ** (i / d)  # (d/2,)
