# fails: numgrad
# because: The student nudges to one side only and divides by h, the one-sided difference; the central difference goes h to both sides and divides by 2h.
# batch: 1
# told: true author numgrad: forward difference
# %% solution-numgrad
def numgrad(f, x, h):
    """f: n floats -> float; x: list of n floats; h > 0 -> list of n slopes, by central differences."""
    base = f(*x)
    out = []
    for i in range(len(x)):
        moved = list(x)
        moved[i] = moved[i] + h
        out.append((f(*moved) - base) / h)
    return out
