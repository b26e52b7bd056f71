# because: adds noise only for t > 1, the condition of the paper that counts from 1, so the step t = 1 adds none either
# batch: 6
# told: true author step: no noise at the last step but one either
# %% solution-step
def ddpm_step(x, t, guess, z, betas, alpha_bar):
    """x, guess, z of one shape; t an int; betas, alpha_bar (T,) -> a draw of what x was one step earlier."""
    b = betas[t]
    mean = 1 / torch.sqrt(1 - b) * (x - b / torch.sqrt(1 - alpha_bar[t]) * guess)
    if t > 1:
        var = (1 - alpha_bar[t - 1]) / (1 - alpha_bar[t]) * b
        return mean + torch.sqrt(var) * z
    return mean
