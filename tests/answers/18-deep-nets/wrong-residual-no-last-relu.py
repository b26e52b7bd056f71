# fails: residual
# because: The ReLU after the addition is forgotten.
# batch: 2
# told: true author residual: no ReLU at the end
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    if shortcut is not None:
        return shortcut(x) + f(x)
    return x + f(x)
