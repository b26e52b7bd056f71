# because: subtracts y (N,) from p (N, 1) without flattening it: all pairs (N, N) are compared
# batch: 7
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    mse_p = ((p - y) ** 2).mean()
    mse_b = ((baseline - y) ** 2).mean()
    return 1 - mse_p / mse_b
