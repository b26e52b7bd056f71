# fails: pick
# because: P[:, y] takes for every row all the columns in y, which is (N, N); a list of rows 0 to N - 1 is needed beside the list of columns.
# batch: 2
# told: true author pick: all rows for each label
# %% solution-pick
def pick(P, y):
    """P (N, K), y (N,) int, from 0 to K - 1 -> (N,): of each row i of P the number in column y[i]."""
    picked = P[:, y]
    return picked
