# fails: skill: the arguments are left alone
# because: the errors are written into the forecast of the caller
# batch: 4
# told: true author skill: the errors written into p
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    p = p.flatten()
    p -= y
    return 1 - (p**2).mean() / ((baseline - y) ** 2).mean()
