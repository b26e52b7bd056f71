# because: The step's standard deviation divides by n, that of W by n - 1; either is fine, but it must be the same in both so that it cancels.
# fails: log10_update_ratio; log10_update_ratio, smaller lr
# batch: 1
# told: true author ratio: n above, n − 1 below
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    step = lr * grad
    s = ((step - step.mean()) ** 2).mean().sqrt()
    return torch.log10(s / W.std()).item()
