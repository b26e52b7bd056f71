# fails: saliency
# because: The largest gradient over the channels is taken without its absolute value, so strongly negative ones are missed.
# batch: 2
# told: true author saliency: without absolute values
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    xc = x.detach().clone().requires_grad_()
    z = model(xc).gather(1, k[:, None]).sum()
    (g,) = torch.autograd.grad(z, xc)
    return g.amax(1)
