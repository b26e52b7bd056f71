# fails: ddpm_step, the last one
# because: At t = 0 alpha_bar[t - 1] is the last entry, not 1, so noise is added in the last step; put 1 there.
# batch: 2
# told: true author step: the last of ᾱ for the one before the first
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    beta = betas[t]
    mean = (x - beta / (1 - alpha_bar[t]).sqrt() * guess) / (1 - beta).sqrt()
    var = (1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]) * beta
    return mean + var.sqrt() * z
