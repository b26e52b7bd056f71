# fails: bn2d: out
# because: x is normalised with the variance that divides by n - 1; in the output the variance divides by n, only the running one takes n - 1.
# batch: 2
# told: true author bn2d: n - 1 in the output
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    mu, v = mean, var
    if training:
        mu, v = x.mean(dim=(0, 2, 3)), x.var(dim=(0, 2, 3))
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * v
    xhat = (x - mu[:, None, None]) / torch.sqrt(v[:, None, None] + eps)
    out = gain[:, None, None] * xhat + bias[:, None, None]
    return out, (mean.clone(), var.clone())
