# fails: saliency
# because: The gradient of the probability after the softmax is taken, not that of the logit.
# batch: 2
# told: true author saliency: the probability's gradient
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    picture = x.detach().clone().requires_grad_(True)
    probs = torch.softmax(model(picture), dim=1)
    chosen = probs[torch.arange(len(k), device=k.device), k].sum()
    grad = torch.autograd.grad(chosen, picture)[0]
    return grad.abs().max(dim=1).values
