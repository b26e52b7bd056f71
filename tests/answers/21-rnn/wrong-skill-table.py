# fails: skill, a column
# because: For p of the shape (N, 1) the subtraction makes a table (N, N) of all pairs; p must be made a row first.
# batch: 1
# told: true author skill: broadcast to N by N
# %% solution-skill
def skill(p, y, baseline):
    mse = ((p - y) ** 2).mean()
    mse0 = ((baseline - y) ** 2).mean()
    return 1 - mse / mse0
