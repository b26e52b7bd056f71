# fails: grad_cam
# because: The ReLU is applied to the weights alpha (and to each map's term) instead of to the sum over the maps.
# batch: 2
# told: true author cam: a ReLU on the weights alone
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    logits = head(maps)
    picked = logits[torch.arange(len(x), device=x.device), k]
    grads = torch.autograd.grad(picked.sum(), maps)[0]
    alpha = grads.mean(dim=(2, 3), keepdim=True).relu()
    return (alpha * maps).sum(1).detach()
