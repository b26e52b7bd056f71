# fails: skill
# because: The quotient stands upside down: the forecast's error belongs above the line, the baseline's below.
# batch: 1
# told: true author skill: upside down
# %% solution-skill
def skill(p, y, baseline):
    p = p.reshape(-1)
    return 1 - torch.mean((y - baseline) ** 2) / torch.mean((y - p) ** 2)
