# because: in training it updates the running statistics first and normalises with these, not with the batch's own
# batch: 6
# told: true author bn2d: normalised with the new running ones
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    dims = (0, 2, 3)
    if training:
        mean = (1 - momentum) * mean + momentum * x.mean(dims)
        var = (1 - momentum) * var + momentum * x.var(dims)
    else:
        mean, var = mean.clone(), var.clone()
    shape = (1, -1, 1, 1)
    out = gain.view(shape) * (x - mean.view(shape)) / (var.view(shape) + eps) ** 0.5 + bias.view(shape)
    return out, (mean.detach(), var.detach())
