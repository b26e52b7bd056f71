# fails: grad_cam
# because: The ReLU at the end is missing, so what speaks against the class is kept as negative numbers.
# batch: 2
# told: true author cam: no ReLU
# %% solution-cam
def grad_cam(features, head, x, k):
    """features: (B, C, H, W) -> (B, M, h, w); head: that -> logits (B, K); k (B,) int -> (B, h, w)."""
    A = features(x).detach().requires_grad_()
    z = head(A).gather(1, k[:, None]).sum()
    (dA,) = torch.autograd.grad(z, A)
    alpha = dA.mean((2, 3))
    return torch.einsum("bm,bmij->bij", alpha, A).detach()
