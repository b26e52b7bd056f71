# fails: bn2d: out
# because: eps is added after the root (as in Adam); here it stands under the root, which matters for channels that hardly vary.
# batch: 2
# told: true author bn2d: eps outside the root
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    """x (B, C, H, W), gain, bias (C,), running = (mean (C,), var (C,)) -> (out (B, C, H, W), (mean, var))."""
    mean, var = running  # the running ones
    B, C, H, W = x.shape
    n = B * H * W
    if training:
        rows = x.transpose(0, 1).reshape(C, n)
        mu, s2 = rows.mean(1), rows.var(1, unbiased=False)
        mean = (1 - momentum) * mean + momentum * mu
        var = (1 - momentum) * var + momentum * n / (n - 1) * s2
    else:
        mu, s2 = mean.clone(), var.clone()
        mean, var = mu, s2
    std = s2.sqrt() + eps
    out = torch.einsum("c,bchw->bchw", gain / std, x - mu[None, :, None, None]) + bias[None, :, None, None]
    return out, (mean, var)
