# because: x_i is not moved back after its turn: works in the caller's list, which changes, and the later inputs are nudged at a shifted point
# batch: 6
# told: true author numgrad: the caller's x moved
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    grads = []
    for i in range(len(x)):
        x[i] = x[i] + h
        f_plus = f(*x)
        x[i] = x[i] - 2 * h
        f_minus = f(*x)
        grads.append((f_plus - f_minus) / (2 * h))
    return grads
