# because: adds the new noise inside the bracket, so it is divided by sqrt(1 - beta_t) as well and comes out too large
# batch: 6
# told: true author step: the new noise in the bracket
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    previous = alpha_bar[t - 1] if t > 0 else torch.ones_like(alpha_bar[0])
    x = x - betas[t] / (1 - alpha_bar[t]).sqrt() * guess
    x = x + ((1 - previous) / (1 - alpha_bar[t]) * betas[t]).sqrt() * z
    x = x / (1 - betas[t]).sqrt()
    return x
