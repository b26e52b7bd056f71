# fails: *
# because: The student worked with the global list abc instead of the arguments a, b, c, so the function gives the same slopes everywhere.
# batch: 2
# told: true author gradf: always at the same point
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    a_, b_, c_ = abc
    root = math.sqrt(a_)
    return [
        2 * a_ * b_ + 1 / (2 * root * c_),
        a_ * a_ - 3 * math.cos(3 * b_),
        -root / (c_ * c_),
    ]
