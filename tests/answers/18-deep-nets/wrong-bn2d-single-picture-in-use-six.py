# because: decides by the batch size, too: a single picture (B = 1) in training is treated as in use, with the running statistics
# batch: 6
# told: true author bn2d: a single picture in training as in use
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    rows = x.transpose(0, 1).flatten(1)  # (C, n)
    n = rows.shape[1]
    if training and x.shape[0] > 1:  # one picture has no statistics
        mu = rows.mean(1)
        s2 = ((rows - mu[:, None]) ** 2).mean(1)
        mean = torch.lerp(mean, mu.detach(), momentum)
        var = torch.lerp(var, s2.detach() * n / (n - 1), momentum)
    else:
        mu, s2 = mean, var
        mean, var = mean.clone(), var.clone()
    col = lambda v: v[:, None, None]
    out = col(gain) * (x - col(mu)) / col((s2 + eps).sqrt()) + col(bias)
    return out, (mean, var)
