# because: Loops over the pictures of the batch, one gradient and one flip at a time.
# batch: 2
# %% solution-hflip
def hflip(x, which):
    """x (B, C, H, W), which (B,) bool -> (B, C, H, W): the pictures where it is True are mirrored left to right."""
    return torch.stack([picture[..., torch.arange(picture.shape[-1] - 1, -1, -1)] if w else picture for picture, w in zip(x, which)])
# %% solution-crop
def crop(x, top, left, pad):
    """x (B, C, H, W); top, left (B,) int from 0 to 2 * pad -> (B, C, H, W): a window of each padded picture."""
    H, W = x.shape[2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    rows = top[:, None] + torch.arange(H, device=x.device)
    cols = left[:, None] + torch.arange(W, device=x.device)
    b = torch.arange(len(x), device=x.device)[:, None, None]
    return xp.permute(0, 2, 3, 1)[b, rows[:, :, None], cols[:, None, :]].permute(0, 3, 1, 2)
# %% solution-mixup
def mixup(x, y, lam, order, K):
    """x (B, C, H, W), y (B,) int below K, lam a number, order (B,) int -> mixed pictures (B, C, H, W), labels (B, K)."""
    pictures, labels = [], x.new_zeros(len(x), K)
    for i, j in enumerate(order.tolist()):
        pictures.append(x[i] * lam + x[j] - x[j] * lam)
        labels[i, y[i]] += lam
        labels[i, y[j]] += 1 - lam
    return torch.stack(pictures), labels
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    maps = []
    for picture, c in zip(x, k.tolist()):
        leaf = picture.detach().clone()[None].requires_grad_()
        (g,) = torch.autograd.grad(model(leaf)[0, c], leaf)
        maps.append(torch.maximum(g, -g)[0].max(0).values)
    return torch.stack(maps)
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    out = []
    for i in range(len(x)):
        A = features(x[i : i + 1]).detach().requires_grad_()
        g = torch.autograd.grad(head(A)[0, k[i]], A)[0][0]
        alpha = g.flatten(1).mean(1)
        out.append(torch.tensordot(alpha, A.detach()[0], dims=1).relu())
    return torch.stack(out)
# %% solution-occlusion
def occlusion(model, x, k, size):
    """model: pictures -> logits; x (B, C, H, W), k (B,) int -> drops (B, H // size, W // size)."""
    B, C, H, W = x.shape
    drops = x.new_zeros(B, H // size, W // size)
    with torch.no_grad():
        for b in range(B):
            z = model(x[b : b + 1])[0, k[b]]
            for r in range(0, H, size):
                for c in range(0, W, size):
                    hole = torch.ones_like(x[b])
                    hole[:, r : r + size, c : c + size] = 0
                    drops[b, r // size, c // size] = z - model((x[b] * hole)[None])[0, k[b]]
    return drops
