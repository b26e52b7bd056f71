# because: the ReLU after the addition is missing: returns skip + f(x)
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    if shortcut is None:
        shortcut = lambda a: a
    # f already contains its relu, so only the addition is left
    return shortcut(x) + f(x)
