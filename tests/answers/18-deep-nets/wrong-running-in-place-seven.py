# because: updates the running statistics of the caller in place (mul_, add_) instead of returning new tensors
# batch: 7
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        mu = x.mean(dim=(0, 2, 3))
        sigma2 = x.var(dim=(0, 2, 3), unbiased=False)
        n = x.shape[0] * x.shape[2] * x.shape[3]
        with torch.no_grad():
            mean.mul_(1 - momentum).add_(momentum * mu)
            var.mul_(1 - momentum).add_(momentum * sigma2 * n / (n - 1))
    else:
        mu = mean
        sigma2 = var
    shape = (1, x.shape[1], 1, 1)
    out = gain.view(shape) * (x - mu.view(shape)) / torch.sqrt(sigma2.view(shape) + eps) + bias.view(shape)
    return out, (mean, var)
