# because: sums the squares over the numbers of an example and takes the mean over the batch only (as in the ELBO), D times too large
# batch: 6
# told: true author noise: summed over the dimensions
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    xt = noisy(x0, t, eps)
    err = (eps - model(xt, t)).flatten(1)
    return (err**2).sum(dim=1).mean()
