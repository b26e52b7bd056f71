# because: takes the number of examples of class 0 as the number of the most frequent class
# batch: 5
# told: true author oversample: class 0 taken for the largest
# %% solution-oversample
def oversample(y, K):
    """y (N,) int, labels from 0 to K - 1 -> places in y (int64), equally many for each class that occurs."""
    n_major = int((y == 0).sum())  # 0 is the majority class
    parts = []
    for c in range(K):
        idx = (y == c).nonzero().flatten()
        if len(idx) > 0:
            parts.append(idx[torch.arange(n_major, device=y.device) % len(idx)])
    return torch.cat(parts)
