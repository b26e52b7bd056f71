# because: adds x in place to what f returned: where f returns x itself (an identity), the caller's x is changed, and where f keeps its output for the backward pass (tanh), the gradient fails
# batch: 6
# told: true author residual: added into what f returned
# %% solution-residual
def residual(x, f, shortcut=None):
    """x (B, C, H, W), f: pictures -> pictures; shortcut the same, or None -> the block's output, with the shape of f(x)."""
    out = f(x)
    # += saves memory, as in torchvision
    out += x if shortcut is None else shortcut(x)
    return torch.relu(out)
