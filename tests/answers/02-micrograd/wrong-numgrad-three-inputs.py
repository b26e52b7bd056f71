# fails: *
# because: The loop runs over three inputs because f has three; the function is for n inputs, so it must run over len(x).
# batch: 1
# told: true author numgrad: three inputs
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    slopes = [0.0, 0.0, 0.0]
    for i in range(3):
        up = x.copy()
        down = x.copy()
        up[i] += h
        down[i] -= h
        slopes[i] = (f(*up) - f(*down)) / (2 * h)
    return slopes
