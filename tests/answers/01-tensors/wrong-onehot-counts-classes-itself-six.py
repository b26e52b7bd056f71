# because: ignores the K that is given and takes the largest class that occurs plus 1: columns are missing where the last classes never occur
# batch: 6
# told: true author one-hot: classes counted from the data
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    K = int(ix.max()) + 1      # classes 0..max
    classes = torch.arange(K, device=ix.device)
    return (ix[:, None] == classes).float()
