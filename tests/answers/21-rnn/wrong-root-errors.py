# fails: skill
# because: The student compares the root mean squared errors; the skill is defined with the mean squared errors.
# batch: 2
# told: true author skill: roots of the errors
# %% solution-skill
def skill(p, y, baseline):
    p = p.reshape(-1)
    rmse = lambda a: (a - y).pow(2).mean().sqrt()
    return 1 - rmse(p) / rmse(baseline)
