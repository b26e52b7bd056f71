# fails: log10_update_ratio
# because: The natural logarithm was taken; the ratio is given as log to base 10.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    return torch.log((lr * grad).std() / W.std()).item()
