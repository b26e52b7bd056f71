# fails: rate
# because: The exponents are spread evenly from 0 to 1 inclusive, so the last hand turns at exactly 1/10000; they are 2i/d, and the last one stays below 1.
# batch: 1
# told: true author rate: down to the end
# %% solution-rate
exponents = torch.linspace(0, 1, d // 2)
rate = 10000.0 ** -exponents
