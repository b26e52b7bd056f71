# fails: rate
# because: linspace(0, 1, d/2) includes the end, so the exponent reaches 1; it must stay below 1, in steps of 2/d.
# batch: 2
# told: true author rate: down to the end
# %% solution-rate
exponents = torch.linspace(0, 1, d // 2)
rate = torch.pow(10000.0, -exponents)
