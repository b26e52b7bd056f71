# because: the variance as E[x^2] - E[x]^2 (clamped at 0): cancels where a channel's mean is a million times its deviation
# batch: 6
# told: true author bn2d: the mean of squares less the square of the mean
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        n = x.numel() / x.shape[1]
        m = x.sum((0, 2, 3)) / n
        v = ((x * x).sum((0, 2, 3)) / n - m * m).clamp(min=0)
        mean = (1 - momentum) * mean + momentum * m.detach()
        var = (1 - momentum) * var + momentum * v.detach() * n / (n - 1)
    else:
        m, v = mean, var
        mean, var = mean.clone(), var.clone()
    m, v, g, b = (t.reshape(1, -1, 1, 1) for t in (m, v, gain, bias))
    out = g * (x - m) / torch.sqrt(v + eps) + b
    return out, (mean, var)
