# fails: ddpm_loss
# because: shows the model the clean x0 instead of the noised picture
# batch: 1
# told: true author noise: the clean picture shown
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    guess = model(x0, t)
    return ((eps - guess) ** 2).mean()
