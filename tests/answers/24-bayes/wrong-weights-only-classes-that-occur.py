# because: N is divided by the number of classes that occur instead of by K, so all weights are too large as soon as a class is missing.
# batch: 3
# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    w = torch.zeros(K, device=y.device)
    classes, counts = y.unique(return_counts=True)
    w[classes] = len(y) / (len(classes) * counts.float())
    return w
