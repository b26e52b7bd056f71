# fails: bn2d: its gradient
# because: computes the batch's statistics without a graph, so the gradient lacks its way through them
# batch: 4
# told: true author bn2d: statistics without a gradient
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    mu, sigma2 = mean, var
    if training:
        with torch.no_grad():
            n = x.numel() / x.shape[1]
            mu = x.mean((0, 2, 3))
            sigma2 = x.var((0, 2, 3), unbiased=False)
            mean = (1 - momentum) * mean + momentum * mu
            var = (1 - momentum) * var + momentum * sigma2 * n / (n - 1)
    xhat = (x - mu[:, None, None]) / torch.sqrt(sigma2[:, None, None] + eps)
    out = gain[:, None, None] * xhat + bias[:, None, None]
    return out, (mean, var)
