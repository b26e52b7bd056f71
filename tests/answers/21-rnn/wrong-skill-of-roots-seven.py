# because: compares the roots of the mean squared errors (RMSE) instead of the MSE
# batch: 7
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    p = p.reshape(-1)
    rmse = torch.sqrt(torch.mean((p - y) ** 2))
    rmse_base = torch.sqrt(torch.mean((baseline - y) ** 2))
    return 1 - rmse / rmse_base
