# fails: alpha_bars
# because: The product is taken of the betas, the noise; what is left is the product of 1 - beta.
# batch: 2
# told: true author alpha: a running product of the betas
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    return torch.cumprod(betas, dim=0)
