# fails: numgrad
# because: The given h is ignored, a fixed 1e-5 is used instead; the function must use the h that the caller gives.
# batch: 2
# told: true author numgrad: its own better h
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    h = 1e-5  # small enough
    res = []
    for i in range(len(x)):
        plus, minus = x.copy(), x.copy()
        plus[i] += h
        minus[i] -= h
        res.append((f(*plus) - f(*minus)) / (2 * h))
    return res
