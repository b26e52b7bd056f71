# because: writes Y[:, ix] = 1, which sets the columns of all occurring classes in EVERY row, instead of one place per row (arange(N) as the list of rows)
# batch: 6
# told: true author one-hot: whole columns
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    N = ix.shape[0]
    Y = torch.zeros(N, K, device=ix.device)
    Y[:, ix] = 1.0
    return Y
