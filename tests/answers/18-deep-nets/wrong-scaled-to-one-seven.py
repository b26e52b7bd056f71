# because: divides each map by its maximum at the end, as the plotting code of many tutorials does; the text's formula has no such scaling
# batch: 7
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    fmap = features(x).detach().requires_grad_()
    score = head(fmap)[torch.arange(x.shape[0], device=x.device), k]
    grad = torch.autograd.grad(score.sum(), fmap)[0]
    w = grad.mean((2, 3))
    cam = (w[:, :, None, None] * fmap.detach()).sum(1)
    cam = cam.clamp(min=0)
    cam = cam / (cam.amax(dim=(1, 2), keepdim=True) + 1e-8)
    return cam
