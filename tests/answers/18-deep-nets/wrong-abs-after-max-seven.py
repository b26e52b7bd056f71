# because: takes the maximum over the channels first and the absolute value after: a large negative gradient is lost
# batch: 7
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    x_ = x.clone().detach().requires_grad_()
    logits = model(x_)
    z = logits.gather(1, k[:, None]).sum()
    grad = torch.autograd.grad(z, x_)[0]
    return grad.max(dim=1).values.abs()
