# fails: numgrad: x afterwards
# because: The nudges are made in the caller's own list and it is left at x - h; work on a copy or put the number back.
# batch: 2
# told: true author numgrad: the caller's last input moved
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    original = tuple(x)
    grads = []
    for i in range(len(x)):
        x[:] = original
        x[i] = original[i] + h
        hi = f(*x)
        x[i] = original[i] - h
        lo = f(*x)
        grads.append((hi - lo) / (2 * h))
    return grads
