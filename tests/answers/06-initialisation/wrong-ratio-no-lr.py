# fails: log10_update_ratio
# because: The learning rate is left out: the step is lr times the gradient.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    return (grad.std() / W.std()).log10().item()
