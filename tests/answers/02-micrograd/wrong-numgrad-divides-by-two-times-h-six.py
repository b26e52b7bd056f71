# because: operator precedence: '/ 2 * h' multiplies by h instead of dividing by 2h
# batch: 6
# told: true author numgrad: multiplied by h
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    slopes = []
    for i in range(len(x)):
        right = list(x)
        left = list(x)
        right[i] += h
        left[i] -= h
        slopes.append((f(*right) - f(*left)) / 2 * h)
    return slopes
