# fails: log10_update_ratio
# because: The standard deviations are taken per column and averaged; they go over all numbers of the tensor.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    step = lr * grad
    return torch.log10(step.std(dim=0).mean() / W.std(dim=0).mean()).item()
