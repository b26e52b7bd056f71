# fails: one_hot
# because: The classes stand in the column and the examples in the row, so the result is (K, N), one-hot columns; the examples belong into the column.
# batch: 2
# told: true author one-hot: transposed
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    classes = torch.arange(K, device=ix.device)[:, None]
    return (classes == ix).float()
