# because: The variance is the mean of the squares minus the square of the mean; for predictions that are large against their spread the digits cancel, and the root of a negative rest is nan.
# batch: 3
# %% solution-mc
def mc_dropout(f, masks):
    S = len(masks)
    first, second = 0, 0
    for m in masks:
        out = f(m)
        first = first + out
        second = second + out**2
    mean = first / S
    var = (second / S - mean**2) * S / (S - 1)
    return mean, var.sqrt()
