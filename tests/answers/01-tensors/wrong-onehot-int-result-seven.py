# because: forgets .float(): picks the rows of an integer unit matrix, so the result is int64 and not float32
# batch: 7
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    eye = torch.eye(K, dtype=torch.long, device=ix.device)
    return eye[ix]
