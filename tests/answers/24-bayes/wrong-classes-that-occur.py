# fails: *
# because: The number of classes that occur is used for K; K is the argument, absent classes count in it.
# batch: 2
# told: vague numeric factor 2
# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    n = torch.bincount(y, minlength=K).float()
    present = int((n > 0).sum())
    w = len(y) / (present * n)
    w[n == 0] = 0
    return w
