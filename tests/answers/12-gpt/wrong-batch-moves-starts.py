# fails: *
# because: The function counts up the caller's tensor starts in place while it walks through the positions; it should work on a copy.
# batch: 2
# told: true author batch: writes into the starts
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    cols_x, cols_y = [], []
    here = starts
    for t in range(T):
        cols_x.append(data[here])
        here += 1
        cols_y.append(data[here])
    x = torch.stack(cols_x, dim=1)
    y = torch.stack(cols_y, dim=1)
    return x, y
