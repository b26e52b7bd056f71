# because: the last ReLU is applied to f(x) alone, before the addition, so a block can only add
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = x if shortcut is None else shortcut(x)
    return skip + F.relu(f(x))
