# fails: ddpm_loss
# because: Squares are summed over the numbers of an example and averaged over the batch only; the mean runs over all numbers.
# batch: 2
# told: true author noise: summed over the dimensions
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    diff = eps - model(noisy(x0, t, eps), t)
    return diff.pow(2).flatten(1).sum(1).mean()
