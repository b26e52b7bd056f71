# because: the ReLU is applied to each weighted map before the sum over the maps, so what speaks against the class is never subtracted
# batch: 7
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    logits = head(maps)
    chosen = logits.gather(1, k.unsqueeze(1)).sum()
    grads = torch.autograd.grad(chosen, maps)[0]
    alpha = grads.mean(dim=(2, 3), keepdim=True)
    return F.relu(alpha * maps.detach()).sum(dim=1)
