# fails: numgrad
# because: x is nudged but never put back before the next input's turn, so the inputs move together; all others must stay where they are.
# batch: 2
# told: true author numgrad: the caller's x moved
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    y = list(x)
    slopes = []
    for i in range(len(y)):
        y[i] += h
        up = f(*y)
        y[i] -= 2 * h
        down = f(*y)
        slopes.append((up - down) / (2 * h))
    return slopes
