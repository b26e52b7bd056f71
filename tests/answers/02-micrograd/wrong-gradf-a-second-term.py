# fails: gradf
# because: The slope in a takes only the term a^2 b; a occurs in sqrt(a)/c too, and the slopes of both terms add up.
# batch: 2
# told: true author gradf: a's second term lost
# %% solution-gradf
def gradf(a, b, c):
    """Three floats -> [df/da, df/db, df/dc], from formulas found by hand."""
    grad_a = 2 * a * b
    grad_b = a**2 - 3 * math.cos(3 * b)
    grad_c = -math.sqrt(a) * c**-2
    return [grad_a, grad_b, grad_c]
