# because: puts the class numbers in the column and the examples in the row, so the result is turned over: (K, N), entry [j, i] instead of [i, j]
# batch: 6
# told: true author one-hot: transposed
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    column = torch.arange(K, device=ix.device).unsqueeze(1)
    row = ix.unsqueeze(0)
    return torch.eq(column, row).float()
