# because: The standard deviation is taken in each column and then averaged, which leaves out how the columns differ (and fails for other shapes); it is to be taken over all numbers of the tensor.
# fails: log10_update_ratio; log10_update_ratio, smaller lr
# batch: 1
# told: true author ratio: column spreads averaged
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    step_std = (lr * grad).std(0).mean()
    w_std = W.std(0).mean()
    return (step_std / w_std).log10()
