# because: alpha is the sum of the gradient over the map, without the factor 1/(hw)
# batch: 7
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    A = features(x).detach().requires_grad_()
    z = head(A).gather(1, k[:, None]).sum()
    g, = torch.autograd.grad(z, A)
    alpha = g.sum(dim=(2, 3))
    return torch.relu(torch.einsum("bm,bmij->bij", alpha, A)).detach()
