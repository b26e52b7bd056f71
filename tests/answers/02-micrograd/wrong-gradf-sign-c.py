# fails: gradf
# because: The slope in c lost its minus sign: the derivative of 1/c is -1/c^2, so df/dc = -sqrt(a)/c^2.
# batch: 2
# told: true author gradf: the slope of 1/c is positive
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    dfda = 2 * a * b + 1 / (2 * math.sqrt(a) * c)
    dfdb = a ** 2 - 3 * math.cos(3 * b)
    dfdc = math.sqrt(a) / c ** 2
    return [dfda, dfdb, dfdc]
