# because: takes the number of classes from the largest class that occurs (max + 1) instead of K, so missing last classes have no column
# batch: 7
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    K = int(ix.max()) + 1
    classes = torch.arange(K, device=ix.device)
    return (ix[:, None] == classes).float()
