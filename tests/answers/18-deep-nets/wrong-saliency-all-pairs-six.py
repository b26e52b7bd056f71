# because: logits[:, k] takes for each picture the logits of ALL pictures' classes (B, B): the gradient is that of their sum
# batch: 6
# told: true author saliency: a slice for the pairs
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    pic = x.detach().clone().requires_grad_()
    chosen = model(pic)[:, k]
    (grad,) = torch.autograd.grad(chosen.sum(), pic)
    return grad.abs().max(dim=1).values
