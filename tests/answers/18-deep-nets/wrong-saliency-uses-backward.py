# fails: *
# because: loss.backward() leaves gradients behind in the network's parameters (.grad); torch.autograd.grad with respect to the copy leaves nothing.
# batch: 2
# told: true author saliency: left in the network
# %% solution-saliency
def saliency(model, x, k):
    """model: (B, C, H, W) -> logits (B, K); x (B, C, H, W), k (B,) int -> (B, H, W)."""
    copy = x.detach().clone()
    copy.requires_grad = True
    total = model(copy).gather(1, k[:, None]).sum()
    total.backward()
    return copy.grad.abs().amax(1)
