# because: asks for the gradient on the caller's own x with backward: leaves requires_grad and .grad in x and .grad in the network, and a second call adds up
# batch: 7
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    x.requires_grad_()
    out = model(x)
    out[torch.arange(len(x), device=x.device), k].sum().backward()
    return x.grad.abs().max(dim=1)[0]
