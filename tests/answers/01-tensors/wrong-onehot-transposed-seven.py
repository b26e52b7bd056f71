# because: puts the classes in the column and the examples in the row, so the result is (K, N), transposed
# batch: 7
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    all_classes = torch.arange(K, device=ix.device)[:, None]
    return (all_classes == ix[None, :]).float()
