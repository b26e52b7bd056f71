# fails: numgrad
# because: This is the one-sided difference (f(x+h)-f(x))/h; the central one was asked for.
# batch: 2
# told: true author numgrad: forward difference
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    base = f(*x)
    out = []
    for i, v in enumerate(x):
        nudged = x[:i] + [v + h] + x[i + 1:]
        out.append((f(*nudged) - base) / h)
    return out
