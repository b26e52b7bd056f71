# because: averages the gradient over the batch as well: one alpha per map for all pictures, though their classes differ
# batch: 6
# told: true author cam: weights for the whole batch
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    logits = head(maps)
    picked = logits[torch.arange(len(k), device=k.device), k]
    grads = torch.autograd.grad(picked.sum(), maps)[0]
    alpha = grads.mean(dim=[0, 2, 3])  # one number per feature map
    cam = torch.einsum("m,bmij->bij", alpha, maps.detach())
    return cam.clamp(min=0)
