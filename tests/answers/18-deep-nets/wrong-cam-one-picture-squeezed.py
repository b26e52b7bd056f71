# fails: grad_cam, one picture
# because: squeezes the result, so the axis of the batch is gone for one picture
# batch: 4
# told: true author cam: an axis of one dropped
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    maps = features(x).detach().requires_grad_()
    chosen = head(maps).gather(1, k[:, None])
    (grad,) = torch.autograd.grad(chosen.sum(), maps)
    alpha = grad.mean((2, 3), keepdim=True)
    return torch.relu((alpha * maps).sum(1)).detach().squeeze()
