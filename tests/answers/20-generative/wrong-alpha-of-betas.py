# fails: alpha_bars
# because: takes the running product of the betas themselves instead of 1 - beta
# batch: 1
# told: true author alpha: one minus the product of the betas
# %% solution-alpha
def alpha_bars(betas):
    return 1 - torch.cumprod(betas, dim=0)
