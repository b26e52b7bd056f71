# fails: *
# because: identity += f(x) writes into the caller's x when there is no shortcut; the sum has to be a new tensor.
# batch: 2
# told: true author residual: added into the skip connection
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    identity = x if shortcut is None else shortcut(x)
    identity += f(x)
    return F.relu(identity)
