# because: uses alpha_bar[max(t - 1, 0)], so at t = 0 the variance is beta_0 instead of 0 and the last step back still adds noise
# batch: 6
# told: true author step: the index held at 0
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    beta, now = betas[t], alpha_bar[t]
    before = alpha_bar[max(t - 1, 0)]  # not alpha_bar[-1]!
    mean = (x - beta / (1 - now).sqrt() * guess) / (1 - beta).sqrt()
    variance = (1 - before) / (1 - now) * beta
    return mean + variance.sqrt() * z
