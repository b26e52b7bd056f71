# fails: ddpm_step
# because: x is changed in place, so later calls begin elsewhere
# batch: 4
# told: true author step: x written over
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    before = alpha_bar[t - 1] if t > 0 else 1.0
    x -= betas[t] / (1 - alpha_bar[t]).sqrt() * guess
    x /= (1 - betas[t]).sqrt()
    variance = (1 - before) / (1 - alpha_bar[t]) * betas[t]
    return x + variance**0.5 * z
