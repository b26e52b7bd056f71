# fails: alpha_bars, betas afterwards
# because: the products are written into the betas of the caller
# batch: 4
# told: true author alpha: betas written over, one by one
# %% solution-alpha
def alpha_bars(betas):
    """betas (T,) -> (T,): the share of the variance that is still picture after each step."""
    betas[0] = 1 - betas[0]
    for t in range(1, len(betas)):
        betas[t] = betas[t - 1] * (1 - betas[t])
    return betas
