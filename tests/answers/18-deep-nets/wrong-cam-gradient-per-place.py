# fails: grad_cam
# because: The gradient is multiplied with the maps place by place, without being averaged over each map first.
# batch: 2
# told: true author cam: gradients not averaged
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    A = features(x).detach().requires_grad_()
    g = torch.autograd.grad(head(A).gather(1, k.unsqueeze(1)).sum(), A)[0]
    cam = (g * A.detach()).sum(dim=1)
    return torch.relu(cam)
