# because: applies a (K, N) mask to P.T: the right numbers come out in the order of the classes (all of class 0 first, then class 1, ...) instead of the order of the examples
# batch: 6
# told: true numeric permuted
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    K = P.shape[1]
    hit = torch.arange(K, device=y.device)[:, None] == y    # (K, N)
    return P.T[hit]
