# fails: ci_mean, another z
# because: 1.96 is written into the formula, and the argument z is never used.
# batch: 1
# told: true author ci: always 1.96
# %% solution-ci
def ci_mean(x, z=1.96):
    half = 1.96 * x.std(unbiased=True) / len(x) ** 0.5
    return x.mean() - half, x.mean() + half
