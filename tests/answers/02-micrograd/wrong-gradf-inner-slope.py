# fails: gradf
# because: The student differentiated sin(3b) to cos(3b) and forgot the inner slope 3: the slope in b is a² − 3cos(3b).
# batch: 1
# told: true author gradf: inner slope forgotten
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    dfda = 2 * a * b + 1 / (2 * math.sqrt(a) * c)
    dfdb = a**2 - math.cos(3 * b)
    dfdc = -math.sqrt(a) / c**2
    return [dfda, dfdb, dfdc]
