# because: uses P[:, y], which takes the columns y from every row: (N, N) instead of (N,)
# batch: 7
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    # all rows, column y
    return P[:, y]
