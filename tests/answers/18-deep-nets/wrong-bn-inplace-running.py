# fails: *
# because: updates the running statistics in place (mul_, add_), so the caller's tensors change; new tensors are asked for
# batch: 1
# told: true author bn2d: the running ones in place
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running
    ch = lambda a: a[:, None, None]
    if training:
        mu, s2 = x.mean((0, 2, 3)), x.var((0, 2, 3), unbiased=False)
        mean.mul_(1 - momentum).add_(momentum * mu)
        var.mul_(1 - momentum).add_(momentum * x.var((0, 2, 3)))
    else:
        mu, s2 = mean, var
    out = ch(gain) * (x - ch(mu)) / (ch(s2) + eps).sqrt() + ch(bias)
    return out, (mean, var)
