# fails: mse
# because: The squares are added up, but not divided by N; it should be their mean.
# batch: 1
# told: true author mse: the sum
# %% solution-mse
def mse(p, t):
    total = 0.0
    for a, b in zip(p[:, 0], t):
        total = total + (a - b) ** 2
    return total
