# fails: ddpm_step
# because: The student takes beta_t as the variance and leaves the noise out at t = 0, as some programs do; the text asks for the formula with alpha_bar.
# batch: 2
# told: true author step: β for the variance, but not at the end
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    out = (x - betas[t] * guess / (1 - alpha_bar[t]) ** 0.5) / (1 - betas[t]) ** 0.5
    if t > 0:
        out = out + betas[t] ** 0.5 * z
    return out
