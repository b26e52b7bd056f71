# because: the outer slope is taken at b, not at the inner function: 3*cos(b) instead of 3*cos(3b); the example at b=0 fits
# batch: 6
# told: true author gradf: the cosine taken at b
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    root = a ** 0.5
    return [
        2*a*b + 0.5 / root / c,
        a*a - 3*math.cos(b),     # sin -> cos, times the inner slope 3
        -root / (c*c),
    ]
