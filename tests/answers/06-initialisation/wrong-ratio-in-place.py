# fails: log10_update_ratio, W and grad afterwards
# because: grad.mul_(lr) changes the caller's gradient; it must stay as it is.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    step = grad.mul_(lr)
    return math.log10(step.std().item() / W.std().item())
