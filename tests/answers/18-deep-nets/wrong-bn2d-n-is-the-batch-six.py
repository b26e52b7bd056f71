# because: n in the running variance's factor n/(n-1) is B, the number of pictures (as in notebook 07), not B*H*W
# batch: 6
# told: true author bn2d: n is the number of examples
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        n = len(x)
        mu = x.mean((0, 2, 3))
        sigma2 = x.var((0, 2, 3), correction=0)
        if n > 1:
            unbiased = sigma2 * n / (n - 1)
        else:
            unbiased = sigma2
        mean = mean * (1 - momentum) + mu.detach() * momentum
        var = var * (1 - momentum) + unbiased.detach() * momentum
    else:
        mu, sigma2 = mean, var
        mean, var = mean.clone(), var.clone()
    xhat = (x - mu[None, :, None, None]) / torch.sqrt(sigma2[None, :, None, None] + eps)
    out = xhat * gain[None, :, None, None] + bias[None, :, None, None]
    return out, (mean, var)
