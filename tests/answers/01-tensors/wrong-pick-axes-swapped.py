# fails: pick, square
# because: The student gave the class as the row and the example as the column; the first index is the row i, the second the column y[i].
# batch: 2
# told: true author pick: columns and rows swapped
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    n = torch.arange(len(y), device=y.device)
    return P[y, n]
