# because: gives the largest probability of each row instead of the one at the right class y[i]
# batch: 7
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    best = P.argmax(1)
    rows = torch.arange(len(y), device=P.device)
    return P[rows, best]
