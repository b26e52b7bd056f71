# fails: *
# because: The student returned whole numbers (int64) instead of float32, the .float() at the end is missing.
# batch: 2
# told: true author one-hot: whole numbers
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    return torch.eye(K, dtype=torch.int64, device=ix.device)[ix]
