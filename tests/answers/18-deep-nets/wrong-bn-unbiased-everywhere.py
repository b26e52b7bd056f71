# fails: bn2d: out
# because: uses x.var with its default n - 1 for the batch's normalisation as well; there it divides by n
# batch: 1
# told: true author bn2d: n - 1 in the output
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    if training:
        mu, s2 = x.mean((0, 2, 3)), x.var((0, 2, 3))
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * s2
    else:
        mu, s2 = mean, var
    xhat = (x - mu[:, None, None]) / (s2[:, None, None] + eps).sqrt()
    out = gain[:, None, None] * xhat + bias[:, None, None]
    return out, (mean, var)
