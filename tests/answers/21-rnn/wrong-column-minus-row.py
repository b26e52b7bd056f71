# fails: skill, a column
# because: A forecast (N, 1) is subtracted from y (N,), which broadcasts to (N, N); flatten p first.
# batch: 2
# told: true author skill: broadcast to N by N
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    mse = ((p - y) ** 2).mean()
    mse_base = ((baseline - y) ** 2).mean()
    return 1 - mse / mse_base
