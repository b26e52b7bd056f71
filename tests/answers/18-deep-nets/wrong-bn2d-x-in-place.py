# fails: bn2d: out, and x afterwards
# because: normalises the caller's pictures in place
# batch: 4
# told: true author bn2d: x itself normalised
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    mu, sigma2 = mean, var
    if training:
        n = x.numel() / x.shape[1]
        mu = x.mean((0, 2, 3))
        sigma2 = x.var((0, 2, 3), unbiased=False)
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * sigma2 * n / (n - 1)
    x -= mu[:, None, None]
    x /= torch.sqrt(sigma2[:, None, None] + eps)
    out = gain[:, None, None] * x + bias[:, None, None]
    return out, (mean, var)
