# because: calls backward(): x is a copy, but the network's parameters get a .grad that stays behind (and is added to)
# batch: 6
# told: true author saliency: left in the network
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    own = x.detach().clone()
    own.requires_grad = True
    logits = model(own)
    score = logits.gather(1, k[:, None]).sum()
    score.backward()
    s = own.grad.abs()
    return s.amax(1)
