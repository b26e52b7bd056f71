# because: exponents are spread with linspace from 0 to 1 inclusive, so the slowest hand is exactly 1/10000 and the step is 1/(d/2-1) instead of 2/d
# batch: 6
# told: true author rate: down to the end
# %% solution-rate
# rate: (d/2,), float32: how far each hand turns per position
# the exponent goes from 0 to 1 over the d/2 hands
exponents = torch.linspace(0, 1, steps=d // 2)
rate = 10000.0 ** (-exponents)
