# fails: bn2d: out, far from 0
# because: takes the variance for the mean of squares less the square of the mean, which loses all digits far from 0
# batch: 4
# told: true author bn2d: the mean of squares less the square of the mean
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    mu, sigma2 = mean, var
    if training:
        n = x.numel() / x.shape[1]
        mu = x.mean((0, 2, 3))
        sigma2 = (x**2).mean((0, 2, 3)) - mu**2
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * sigma2 * n / (n - 1)
    xhat = (x - mu[:, None, None]) / torch.sqrt(sigma2[:, None, None] + eps)
    out = gain[:, None, None] * xhat + bias[:, None, None]
    return out, (mean, var)
