# fails: bn2d: running variance
# because: The running variance gets the one that divides by n; it takes the one with n - 1.
# batch: 2
# told: true author bn2d: n in the running variance
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    shape = (1, -1, 1, 1)
    if training:
        mu = x.mean((0, 2, 3))
        sigma2 = ((x - mu.view(shape)) ** 2).mean((0, 2, 3))
        mean = mean + momentum * (mu - mean)
        var = var + momentum * (sigma2 - var)
    else:
        mu, sigma2 = mean, var
        mean, var = mean + 0, var + 0
    out = (x - mu.view(shape)) / (sigma2 + eps).sqrt().view(shape) * gain.view(shape) + bias.view(shape)
    return out, (mean, var)
