# fails: numgrad: x afterwards
# because: `xp = x` and `xm = x` make no copies, so the nudges go into the caller's list and stay there (and the inputs before i stay moved); a copy such as list(x) is needed.
# batch: 1
# told: true author numgrad: the caller's x moved
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    grads = []
    for i in range(len(x)):
        xp = x
        xp[i] += h
        f_plus = f(*xp)
        xm = x
        xm[i] -= 2 * h   # xp is already up by h
        f_minus = f(*xm)
        grads.append((f_plus - f_minus) / (2 * h))
    return grads
