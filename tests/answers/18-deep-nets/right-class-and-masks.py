# because: helper class, masks and arithmetic instead of branches
# batch: 1
# %% solution-freeze
class Switch:
    """Turn a module on or off, with all that is in it."""

    def __init__(self, module):
        self.module = module

    def turn(self, on):
        self.module.train(mode=on)
        for p in self.module.parameters():
            p.requires_grad_(on)


def freeze(model, but):
    for name, child in model._modules.items():
        if child is not None:
            Switch(child).turn(name in tuple(but))
# %% solution-hflip
def hflip(x, which):
    w = which[:, None, None, None]
    return torch.where(w, x.flip(3), x)
# %% solution-crop
def crop(x, top, left, pad):
    H, W = x.shape[2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    rows = (top[:, None] + torch.arange(H, device=x.device))[:, None, :, None].expand(-1, x.shape[1], -1, xp.shape[3])
    cols = (left[:, None] + torch.arange(W, device=x.device))[:, None, None, :].expand(-1, x.shape[1], H, -1)
    return xp.gather(2, rows).gather(3, cols)
# %% solution-mixup
def mixup(x, y, lam, order, K):
    B = len(x)
    M = lam * torch.eye(B, dtype=x.dtype, device=x.device)
    M[torch.arange(B, device=x.device), order] += 1 - lam  # row i: how much of each picture
    return torch.tensordot(M, x, dims=1), M @ F.one_hot(y, K).to(x.dtype)
# %% solution-bn2d
def bn2d(x, gain, bias, running, training, momentum=0.1, eps=1e-5):
    mean, var = running  # the running ones
    mu, s2 = mean + 0, var + 0
    if training:
        B, C, H, W = x.shape
        mu = x.flatten(2).mean(2).mean(0)
        s2 = (x - mu[None, :, None, None]).square().flatten(2).mean(2).mean(0)
        m = momentum
        mean, var = (1 - m) * mean + m * mu, (1 - m) * var + m * s2 * (B * H * W) / (B * H * W - 1)
    scaled = torch.einsum("bchw,c->bchw", x - mu[:, None, None], gain * torch.rsqrt(s2 + eps))
    out = scaled + bias[:, None, None]
    return out, (mean + 0, var + 0)
