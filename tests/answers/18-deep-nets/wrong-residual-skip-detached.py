# fails: residual: its gradient
# because: detaches the skip connection: the output is right, no gradient comes back through it
# batch: 4
# told: true author residual: the skip cut off the gradient
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    skip = x.detach().clone() if shortcut is None else shortcut(x)
    return torch.relu(skip + f(x))
