# because: The gradient is compared without the learning rate; the step is lr times the gradient.
# fails: log10_update_ratio; log10_update_ratio, smaller lr
# batch: 1
# told: true author ratio: learning rate forgotten
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    update = grad.std()
    data = W.std()
    return torch.log10(update / data)
