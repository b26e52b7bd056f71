# fails: *
# because: The shortcut is used only where the shapes differ; it must be used whenever one is given.
# batch: 2
# told: true author residual: the shortcut only where shapes differ
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    y = f(x)
    identity = x
    if y.shape != x.shape:
        identity = shortcut(x)
    return (y + identity).relu()
