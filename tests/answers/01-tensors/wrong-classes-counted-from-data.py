# fails: one_hot
# because: The student took the largest class that occurs as the last one, so the columns of missing last classes are gone; K is given and must be taken as it is.
# batch: 2
# told: true author one-hot: classes counted from the data
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    K = int(ix.max()) + 1
    Y = torch.zeros(len(ix), K, device=ix.device)
    for i, c in enumerate(ix.tolist()):
        Y[i, c] = 1.0
    return Y
