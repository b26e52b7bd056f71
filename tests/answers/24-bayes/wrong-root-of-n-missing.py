# fails: ci_mean
# because: The spread of single measurements is given (s without the root of n); the mean's is s / sqrt(n).
# batch: 2
# told: true author ci: where single values lie
# %% solution-ci
def ci_mean(x, z=1.96):
    m = x.mean()
    s = ((x - m) ** 2).sum().div(len(x) - 1).sqrt()
    return float(m - z * s), float(m + z * s)
