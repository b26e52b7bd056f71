# because: momentum the wrong way round: keeps m of the old running statistics and takes 1 - m of the new
# batch: 7
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    n = x.shape[0] * x.shape[2] * x.shape[3]
    if training:
        mu = x.mean(dim=[0, 2, 3], keepdim=True)
        v = ((x - mu) ** 2).mean(dim=[0, 2, 3], keepdim=True)
        mean = momentum * mean + (1 - momentum) * mu.flatten()
        var = momentum * var + (1 - momentum) * v.flatten() * n / (n - 1)
    else:
        mu = mean.reshape(1, -1, 1, 1)
        v = var.reshape(1, -1, 1, 1)
    out = gain.reshape(1, -1, 1, 1) * (x - mu) / torch.sqrt(v + eps) + bias.reshape(1, -1, 1, 1)
    return out, (mean, var)
