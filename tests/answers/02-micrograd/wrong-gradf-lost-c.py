# fails: gradf
# because: In the slope in a, the student wrote 1/(2√a) for the last term and dropped the constant factor 1/c, which only happens to be 1 in the example of the text.
# batch: 1
# told: true author gradf: c lost in a's slope
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    root = math.sqrt(a)
    # the 2a b from the first term, 1/(2 sqrt) from the root
    return [2 * a * b + 0.5 / root, a * a - 3 * math.cos(3 * b), -root / (c * c)]
