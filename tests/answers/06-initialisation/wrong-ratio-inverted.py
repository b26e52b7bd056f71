# fails: log10_update_ratio
# because: Numerator and denominator are exchanged, which turns the sign: the step stands above, the data below.
# batch: 2
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    """W and grad, tensors of the same shape, lr a number > 0 -> log10 of std(step) over std(W), one number."""
    update, data = (grad * lr).std(), W.std()
    return torch.log10(data / update)
