# fails: alpha_bars
# because: begins with 1, the value before any noise, and leaves out the last; after step 0 it is 1 - beta_0 already
# batch: 1
# told: true author alpha: off by one
# %% solution-alpha
def alpha_bars(betas):
    out = []
    prod = torch.ones((), dtype=betas.dtype, device=betas.device)
    for b in betas:
        out.append(prod)
        prod = prod * (1 - b)
    return torch.stack(out)
