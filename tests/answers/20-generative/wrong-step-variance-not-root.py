# fails: ddpm_step
# because: multiplies z by the variance instead of by its root
# batch: 1
# told: true author step: the noise multiplied by its variance
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    prev = alpha_bar[t - 1] if t > 0 else torch.ones_like(alpha_bar[0])
    var = (1 - prev) / (1 - alpha_bar[t]) * betas[t]
    mean = (x - betas[t] / (1 - alpha_bar[t]) ** 0.5 * guess) / (1 - betas[t]) ** 0.5
    return mean + var * z
