# because: normalises the inverse frequencies so that the K weights sum to K, instead of the weights of all examples to N
# batch: 5
# told: true numeric constant factor
# %% solution-weights
def class_weights(y, K):
    """y (N,) int, labels from 0 to K - 1 -> (K,) float32: N / (K n_k), and 0 for a class that does not occur."""
    n = torch.stack([(y == k).sum() for k in range(K)]).float()
    inv = torch.where(n > 0, 1 / n, torch.zeros_like(n))
    return inv / inv.sum() * K
