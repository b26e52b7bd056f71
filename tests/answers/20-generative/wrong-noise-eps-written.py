# fails: ddpm_loss, eps afterwards
# because: the guess is subtracted from eps in place
# batch: 4
# told: true author noise: eps written over
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    eps -= model(noisy(x0, t, eps), t)
    return (eps**2).mean()
