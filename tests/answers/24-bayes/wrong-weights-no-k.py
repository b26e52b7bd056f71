# fails: class_weights
# because: The number of classes is missing below the line: N / n_k instead of N / (K n_k).
# batch: 1
# told: true author weights: without K
# %% solution-weights
def class_weights(y, K):
    n = torch.bincount(y, minlength=K).float()
    w = len(y) / n
    w[n == 0] = 0
    return w
