# because: takes the gradient of the softmax probability of class k, not of its logit
# batch: 7
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    inp = x.detach().clone().requires_grad_(True)
    probs = model(inp).softmax(dim=1)
    score = probs.gather(1, k[:, None]).sum()
    (g,) = torch.autograd.grad(score, inp)
    return g.abs().amax(dim=1)
