# because: a given shortcut is only used where the shape changes; with equal shapes x is added as it is
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    fx = f(x)
    if fx.shape != x.shape and shortcut is not None:
        x = shortcut(x)   # only needed if the shapes don't fit
    return torch.relu(x + fx)
