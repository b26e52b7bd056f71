# fails: alpha_bars
# because: The row is shifted: it begins with 1 as if step 0 had not been made; alpha_bar[0] is what is left after step 0, that is 1 - beta_0.
# batch: 2
# told: true author alpha: off by one
# %% solution-alpha
def alpha_bars(betas):
    left, out = 1.0, []
    for b in betas:
        out.append(torch.as_tensor(left, dtype=betas.dtype, device=betas.device))
        left = left * (1 - b)
    return torch.stack(out)
