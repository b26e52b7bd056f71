# because: picks each row's largest probability (that of the predicted class) instead of the one in column y[i]; y is only used for the size
# batch: 6
# told: true author pick: the largest
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    n = y.shape[0]
    guess = P.argmax(1)
    return P[torch.arange(n, device=P.device), guess]
