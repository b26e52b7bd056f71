# fails: ddpm_step
# because: z is multiplied by the variance; a draw is mean plus standard deviation times z, the root is missing.
# batch: 2
# told: true author step: the noise multiplied by its variance
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    b, now = betas[t], alpha_bar[t]
    before = alpha_bar[t - 1] if t > 0 else torch.ones_like(now)
    mean = 1 / torch.sqrt(1 - b) * (x - b / torch.sqrt(1 - now) * guess)
    return mean + (1 - before) / (1 - now) * b * z
