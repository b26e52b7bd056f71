# because: the model's guess is made under no_grad together with the noising, so the loss is right but the model never gets a gradient
# batch: 6
# told: true author noise: no gradient
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    with torch.no_grad():  # ruining needs no learning
        x_t = noisy(x0, t, eps)
        guess = model(x_t, t)
    return F.mse_loss(guess, eps)
