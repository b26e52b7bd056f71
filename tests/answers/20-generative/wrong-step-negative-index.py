# fails: ddpm_step, the last one
# because: takes alpha_bar[t - 1] for t = 0 too, which is the last entry in Python; it should be 1 there
# batch: 1
# told: true author step: the last of ᾱ for the one before the first
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    b = betas[t]
    mean = (x - b / torch.sqrt(1 - alpha_bar[t]) * guess) / torch.sqrt(1 - b)
    var = (1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]) * b
    return mean + torch.sqrt(var) * z
