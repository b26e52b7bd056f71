# because: ends with .squeeze(), which removes every axis of length 1: for a single example the result is (K,) and for K = 1 it is (N,), instead of (1, K) and (N, 1)
# batch: 6
# told: true numeric keepdim
# %% solution-one-hot
def one_hot(ix, K):
    """ix (N,) int, from 0 to K - 1 -> (N, K) float32: a 1 at the class of each example, 0 elsewhere."""
    identity = torch.eye(K, device=ix.device)
    # row c of the identity is the one-hot row of class c; ix.view(-1, 1) gives (N, 1, K), so squeeze
    return identity[ix.view(-1, 1)].squeeze()
