# fails: gradf
# because: The inner slope of sin(3b) is missing: the outer slope cos(3b) must be multiplied by 3.
# batch: 2
# told: true author gradf: inner slope forgotten
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    # YOUR CODE HERE
    da = 2*a*b + 0.5*a**-0.5/c
    db = a**2 - math.cos(3*b)
    dc = -a**0.5 / c**2
    return [da, db, dc]
