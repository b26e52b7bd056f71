# because: cuts the skill off at 0: a forecast worse than the baseline gets 0 instead of a negative number
# batch: 6
# told: true author skill: never below 0
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    p = p.reshape(-1)
    mse = ((p - y) ** 2).mean()
    mse_base = ((baseline - y) ** 2).mean()
    return (1 - mse / mse_base).clamp(0, 1)
