# because: starts with 1 and leaves out the last factor: entry t is what is left before step t, not after it
# batch: 6
# told: true author alpha: off by one
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    out = []
    left = torch.ones((), dtype=betas.dtype, device=betas.device)
    for b in betas:
        out.append(left)
        left = left * (1 - b)
    return torch.stack(out)
