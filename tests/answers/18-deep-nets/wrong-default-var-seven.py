# because: normalises with torch's default variance, which divides by n - 1, instead of n (the running one is right)
# batch: 7
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    def s(v):
        return v.view(1, -1, 1, 1)

    if training:
        m = x.mean((0, 2, 3))
        v = x.var((0, 2, 3))
        mean = (1 - momentum) * mean + momentum * m
        var = (1 - momentum) * var + momentum * v
    else:
        m, v = mean, var
    out = s(gain) * (x - s(m)) / (s(v) + eps).sqrt() + s(bias)
    return out, (mean, var)
