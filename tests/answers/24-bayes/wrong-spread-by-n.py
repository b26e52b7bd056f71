# fails: ci_mean
# because: The spread divides by n; it is estimated from the same numbers as the mean and divides by n - 1.
# batch: 2
# told: true author ci: n for n-1
# %% solution-ci
def ci_mean(x, z=1.96):
    mean = x.mean()
    error = z * x.std(correction=0) / len(x) ** 0.5
    return mean - error, mean + error
