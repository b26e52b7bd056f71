# because: squares the mean of the errors instead of taking the mean of the squares, so errors of opposite sign cancel
# batch: 6
# told: true author noise: square of the mean
# %% solution-noise
def ddpm_loss(model, noisy, x0, t, eps):
    """x0, eps (B, ...), t (B,) int; noisy(x0, t, eps) -> x_t, model(x_t, t) -> a guess at eps; gives a scalar ()."""
    x_t = noisy(x0, t, eps)
    return torch.mean(eps - model(x_t, t)) ** 2
