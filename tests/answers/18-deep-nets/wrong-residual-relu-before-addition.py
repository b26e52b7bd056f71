# fails: residual
# because: The last ReLU is applied to f(x) before the addition, so a block can take nothing away; the ReLU comes after the addition.
# batch: 2
# told: true author residual: added after the ReLU
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = x if shortcut is None else shortcut(x)
    return skip + F.relu(f(x))
