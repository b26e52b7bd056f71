# because: divides by the number of classes that occur instead of by K
# batch: 5
# told: true author weights: only classes that occur
# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    counts = torch.bincount(y, minlength=K).float()
    present = counts > 0
    w = torch.zeros(K, device=y.device)
    w[present] = len(y) / (present.sum() * counts[present])
    return w
