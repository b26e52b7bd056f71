# fails: bn2d: out
# because: normalises every pixel of its own over the batch (mean over axis 0 only); a channel has one mean over B, H and W
# batch: 1
# told: true author bn2d: each pixel for itself
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    v = lambda a: a.view(1, -1, 1, 1)
    if training:
        mu = x.mean(0, keepdim=True)
        s2 = x.var(0, keepdim=True, unbiased=False)
        n = x.numel() // x.shape[1]
        mean = (1 - momentum) * mean + momentum * x.mean((0, 2, 3))
        var = (1 - momentum) * var + momentum * x.var((0, 2, 3), unbiased=False) * n / (n - 1)
    else:
        mu, s2 = v(mean), v(var)
    out = v(gain) * (x - mu) / torch.sqrt(s2 + eps) + v(bias)
    return out, (mean, var)
