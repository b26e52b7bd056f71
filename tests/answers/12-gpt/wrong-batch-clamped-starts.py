# fails: *
# because: Starts are pushed down to len(data) - T - 2 at most, one too early, so a piece at the very end of the data (start len(data) - T - 1, which is allowed) comes out shifted.
# batch: 1
# told: true author batch: starts pushed down
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    last = len(data) - T - 2   # y needs one more
    xs, ys = [], []
    for s in starts.tolist():
        s = min(s, last)
        xs.append(data[s:s + T])
        ys.append(data[s + 1:s + T + 1])
    x = torch.stack(xs)
    y = torch.stack(ys)
    return x, y
