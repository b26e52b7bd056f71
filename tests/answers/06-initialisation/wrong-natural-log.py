# because: log is the natural logarithm; orders of magnitude ask for log10.
# fails: log10_update_ratio; log10_update_ratio, smaller lr
# batch: 1
# told: true author ratio: natural logarithm
# %% solution-ratio
def log10_update_ratio(W, grad, lr):
    return ((lr * grad).std() / W.std()).log().item()
