# because: turns y and the baseline into columns to fit the network's (N, 1), always: a forecast of shape (N,) then is broadcast against (N, 1) to an (N, N) table
# batch: 6
# told: true author skill: the targets as a column
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    y = y.unsqueeze(1)
    baseline = baseline.unsqueeze(1)
    mse_p = torch.mean((p - y) ** 2)
    mse_b = torch.mean((baseline - y) ** 2)
    return 1 - mse_p / mse_b
