# fails: ddpm_loss
# because: The model's answer is compared with the clean x0; the network has to guess the noise eps.
# batch: 2
# told: true author noise: compared with the picture
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    xt = noisy(x0, t, eps)
    return F.mse_loss(model(xt, t), x0)
