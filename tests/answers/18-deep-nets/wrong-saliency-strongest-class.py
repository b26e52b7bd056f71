# fails: saliency
# because: The largest logit of each picture is explained instead of that of the class k[b] that was asked for.
# batch: 2
# told: true author saliency: the largest logit
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    leaf = x.clone().detach().requires_grad_()
    logits = model(leaf)
    top = logits.max(1).values
    g, = torch.autograd.grad(top.sum(), leaf)
    return g.abs().amax(dim=1)
