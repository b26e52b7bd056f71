# because: df/db lacks the inner factor 3 of sin(3b): -cos(3b) instead of -3*cos(3b)
# batch: 6
# told: true author gradf: inner slope forgotten
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    dfda = 2 * a * b + 1 / (2 * math.sqrt(a) * c)
    dfdb = a**2 - math.cos(3 * b)
    dfdc = -math.sqrt(a) / c**2
    return [dfda, dfdb, dfdc]
