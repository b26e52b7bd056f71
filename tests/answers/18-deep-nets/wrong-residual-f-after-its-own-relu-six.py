# because: puts a ReLU on f(x) before the addition as well: a block can never take anything away
# batch: 6
# told: true author residual: a ReLU on f, and one on the sum
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = shortcut(x) if shortcut else x
    added = F.relu(f(x))      # what is to be added
    return F.relu(skip + added)
