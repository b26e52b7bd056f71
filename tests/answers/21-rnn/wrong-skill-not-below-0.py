# fails: skill, worse than the baseline
# because: the skill is cut off at 0
# batch: 4
# told: true author skill: never below 0
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    return (1 - ((p.flatten() - y) ** 2).mean() / ((baseline - y) ** 2).mean()).clamp(min=0)
