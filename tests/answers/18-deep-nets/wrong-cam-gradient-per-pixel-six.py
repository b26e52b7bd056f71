# because: multiplies the maps by the gradient pixel by pixel (as HiResCAM does) instead of by its mean over the map
# batch: 6
# told: true author cam: gradients not averaged
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    A = features(x).detach().requires_grad_()
    z = head(A).gather(1, k[:, None]).sum()
    dA, = torch.autograd.grad(z, A)
    return F.relu((dA * A).sum(1)).detach()
