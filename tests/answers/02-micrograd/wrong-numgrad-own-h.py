# fails: numgrad
# because: The student overwrites h by 1e-5 to be more exact; the text says to use the h that is given.
# batch: 1
# told: true author numgrad: its own better h
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    h = 1e-5  # small enough, not too small
    def nudged(i, step):
        return f(*[v + step if j == i else v for j, v in enumerate(x)])
    return [(nudged(i, h) - nudged(i, -h)) / (2 * h) for i in range(len(x))]
