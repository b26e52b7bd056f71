# because: slope of sqrt(a) taken as 1/sqrt(a), the factor 1/2 is forgotten
# batch: 6
# told: true author gradf: the root's slope without the half
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    # first term
    da = 2 * a * b
    db = a ** 2
    # second term
    db = db - 3 * math.cos(3 * b)
    # third term
    da = da + (1 / math.sqrt(a)) / c
    dc = -1 * math.sqrt(a) * c ** (-2)
    return [da, db, dc]
