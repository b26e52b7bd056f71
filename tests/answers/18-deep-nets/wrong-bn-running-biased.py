# fails: bn2d: running variance
# because: puts the variance that divides by n into the running variance; there it is the one with n - 1
# batch: 1
# told: true author bn2d: n in the running variance
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    mu, s2 = mean, var
    if training:
        mu = x.mean(dim=(0, 2, 3))
        s2 = ((x - mu.view(1, -1, 1, 1)) ** 2).mean(dim=(0, 2, 3))
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * s2
    sh = (1, -1, 1, 1)
    out = gain.view(sh) * (x - mu.view(sh)) / torch.sqrt(s2.view(sh) + eps) + bias.view(sh)
    return out, (mean, var)
