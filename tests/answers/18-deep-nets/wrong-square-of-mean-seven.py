# because: batch variance as E[x^2] - E[x]^2, which loses all its digits where the mean is large against the deviation
# batch: 7
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    B, C, H, W = x.shape
    n = B * H * W
    if training:
        mu = x.sum(dim=(0, 2, 3)) / n
        sig2 = (x * x).sum(dim=(0, 2, 3)) / n - mu * mu
        sig2 = sig2.clamp(min=0)
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * sig2 * n / (n - 1)
    else:
        mu, sig2 = mean, var
    scale = gain / torch.sqrt(sig2 + eps)
    out = (x - mu.view(1, C, 1, 1)) * scale.view(1, C, 1, 1) + bias.view(1, C, 1, 1)
    return out, (mean, var)
