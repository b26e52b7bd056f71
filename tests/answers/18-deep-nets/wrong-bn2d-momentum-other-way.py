# fails: bn2d: running mean
# because: The momentum is put on the old value (m times old, 1 - m times new); here the new one gets the weight m.
# batch: 2
# told: true author bn2d: the momentum turned round
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    if training:
        n = x.numel() / x.shape[1]
        mu, s2 = x.mean((0, 2, 3)), x.var((0, 2, 3), correction=0)
        mean = momentum * mean + (1 - momentum) * mu
        var = momentum * var + (1 - momentum) * s2 * n / (n - 1)
    else:
        mu, s2 = mean, var
        mean, var = mean.clone(), var.clone()
    c = lambda a: a.reshape(1, -1, 1, 1)
    out = c(gain) * (x - c(mu)) / torch.sqrt(c(s2) + eps) + c(bias)
    return out, (mean, var)
