# fails: log10_update_ratio
# because: The lengths (norms) of step and weights are compared instead of the standard deviations, from which the mean is subtracted.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    return math.log10(float(torch.linalg.vector_norm(lr * grad) / torch.linalg.vector_norm(W)))
