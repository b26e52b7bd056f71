# fails: ddpm_loss
# because: sums the squares of an example and means over the batch only; the mean runs over all numbers
# batch: 1
# told: true author noise: summed over the dimensions
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    d = eps - model(noisy(x0, t, eps), t)
    return (d**2).flatten(1).sum(1).mean()
