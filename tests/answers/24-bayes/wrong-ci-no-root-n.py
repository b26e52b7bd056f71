# fails: ci_mean
# because: The half width is z times the spread of the single measurements; that of their mean is smaller by the root of n.
# batch: 1
# told: true author ci: where single values lie
# %% solution-ci
def ci_mean(x, z=1.96):
    m, s = x.mean(), x.std()
    return m - z * s, m + z * s
