# because: A probability on the border between two bins counts in both.
# fails: ece, on the borders
# batch: 4
# %% solution-ece
def ece(p, y, bins):
    total = 0.0
    for b in range(bins):
        here = (p >= b / bins) & (p <= (b + 1) / bins)
        if here.any():
            total = total + here.sum() / len(p) * (p[here].mean() - y[here].float().mean()).abs()
    return total
