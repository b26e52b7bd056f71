# fails: *
# because: The student unpacks the global list abc at the start, so the function ignores its arguments and gives the gradient at abc whatever it is asked for.
# batch: 1
# told: true author gradf: always at the same point
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    a, b, c = abc
    da = 2*a*b + 1/(2*math.sqrt(a)) / c
    db = a**2 - 3*math.cos(3*b)
    dc = - math.sqrt(a) / c**2
    return [da, db, dc]
