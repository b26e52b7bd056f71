# because: averages the ratios of the single squared errors instead of dividing the two averages
# batch: 6
# told: true author skill: ratios averaged
# %% solution-skill
def skill(p, y, baseline):
    """p (N,) or (N, 1), y and baseline (N,) -> the skill of p, a tensor of shape ()."""
    if p.dim() == 2:
        p = p[:, 0]
    err_p = (p - y) ** 2
    err_b = (baseline - y) ** 2
    return (1 - err_p / err_b).mean()
