# because: the batch's variance is detached together with the running one: in training no gradient goes through sigma^2
# batch: 6
# told: true author bn2d: the variance without a gradient
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    C = x.shape[1]
    if training:
        n = x.shape[0] * x.shape[2] * x.shape[3]
        mu = x.mean(dim=(0, 2, 3), keepdim=True)
        centred = x - mu
        with torch.no_grad():  # statistics for the buffers
            var_b = (centred ** 2).mean(dim=(0, 2, 3), keepdim=True)
            mean = (1 - momentum) * mean + momentum * mu.view(C)
            var = (1 - momentum) * var + momentum * var_b.view(C) * n / (n - 1)
        normed = centred / (var_b + eps).sqrt()
    else:
        normed = (x - mean.view(1, C, 1, 1)) / (var.view(1, C, 1, 1) + eps).sqrt()
        mean, var = mean.clone(), var.clone()
    out = gain.view(1, C, 1, 1) * normed + bias.view(1, C, 1, 1)
    return out, (mean, var)
