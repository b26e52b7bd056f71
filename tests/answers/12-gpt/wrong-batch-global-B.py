# fails: get_batch: x; get_batch: y
# because: The loop runs over the B of the setup (2) and not over len(starts), so the other pieces are left out.
# batch: 2
# told: true code variable of the notebook
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    xs, ys = [], []
    for b in range(B):
        s = int(starts[b])
        xs.append(data[s : s + T])
        ys.append(data[s + 1 : s + T + 1])
    x = torch.stack(xs)
    y = torch.stack(ys)
    return x, y
