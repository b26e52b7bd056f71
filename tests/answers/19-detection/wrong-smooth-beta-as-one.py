# fails: *
# because: The border is fixed to 1, beta occurs only in the formulas.
# batch: 2
# told: true author smooth: the comparison with 1
# %% solution-smooth
def smooth_l1(p, t, beta=1.0):
    """p and t of the same shape, beta > 0 -> the loss of each element, of that shape."""
    a = (p - t).abs()
    small = (a < 1).to(a.dtype)
    return small * a.square() / (2 * beta) + (1 - small) * (a - beta / 2)
