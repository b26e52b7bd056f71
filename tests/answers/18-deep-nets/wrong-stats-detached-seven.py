# because: the batch's mean and variance are computed under no_grad, so no gradient goes through them
# batch: 7
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        with torch.no_grad():   # statistics are not learned
            mu = x.mean(dim=(0, 2, 3))
            sigma2 = x.var(dim=(0, 2, 3), correction=0)
            n = x.numel() / x.shape[1]
            mean = (1 - momentum) * mean + momentum * mu
            var = (1 - momentum) * var + momentum * sigma2 * n / (n - 1)
    else:
        mu, sigma2 = mean, var
    xhat = (x - mu[:, None, None]) / torch.sqrt(sigma2[:, None, None] + eps)
    out = xhat * gain[:, None, None] + bias[:, None, None]
    return out, (mean, var)
