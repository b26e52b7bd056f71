# because: adds the skip in place to what f returned (out += ...): changes x where f hands back x itself, and breaks autograd where f needs its own output
# batch: 7
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    identity = x
    out = f(x)
    if shortcut is not None:
        identity = shortcut(x)
    out += identity
    return F.relu(out)
