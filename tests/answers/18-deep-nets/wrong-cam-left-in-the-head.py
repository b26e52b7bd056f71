# fails: grad_cam: result, and what is left behind
# because: calls backward, which leaves gradients in the head's parameters
# batch: 4
# told: true author cam: left in the head
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    head(maps).gather(1, k[:, None]).sum().backward()
    alpha = maps.grad.mean((2, 3), keepdim=True)
    return torch.relu((alpha * maps).sum(1)).detach()
