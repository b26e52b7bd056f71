# fails: ddpm_step
# because: takes beta_t as the variance of the new noise, as some programs do; the formula says beta tilde
# batch: 1
# told: true author step: β for the variance, but not at the end
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    beta, ab = betas[t], alpha_bar[t]
    mean = (x - beta / (1 - ab).sqrt() * guess) / (1 - beta).sqrt()
    if t == 0:
        return mean
    return mean + beta.sqrt() * z
