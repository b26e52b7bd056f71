# because: takes the gradient of the log-probability (log_softmax, as in the loss) instead of the logit
# batch: 6
# told: true author saliency: the log-probability's gradient
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    x = x.detach().clone().requires_grad_()
    # the sum over pictures, so no mean
    loss = F.nll_loss(F.log_softmax(model(x), dim=1), k, reduction="sum")
    g = torch.autograd.grad(loss, x)[0]
    return g.abs().amax(dim=1)
