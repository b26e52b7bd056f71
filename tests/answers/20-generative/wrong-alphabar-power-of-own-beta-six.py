# because: takes (1 - beta_t) to the power t + 1 instead of the product of all factors; right only if all betas are the same
# batch: 6
# told: true author alpha: a power of one factor
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    steps = torch.arange(1, len(betas) + 1, device=betas.device)
    return (1 - betas) ** steps
