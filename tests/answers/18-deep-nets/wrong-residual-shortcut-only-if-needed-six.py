# because: uses a given shortcut only where the shapes of x and f(x) differ; a shortcut that keeps the shape is ignored
# batch: 6
# told: true author residual: the shortcut only where shapes differ
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    fx = f(x)
    if fx.shape != x.shape:
        # the shapes do not fit, so project
        skip = shortcut(x)
    else:
        skip = x
    return F.relu(skip + fx)
