# fails: ddpm_loss
# because: compares the guess with the clean x0; the network guesses the noise
# batch: 1
# told: true author noise: compared with the picture
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    xt = noisy(x0, t, eps)
    return F.mse_loss(model(xt, t), x0)
