# fails: get_batch: y
# because: y is x rolled by one, so the last target is the first token of the piece; it should be the token just outside x.
# batch: 2
# told: true author batch: the last target wraps around
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    x = torch.stack([data[s : s + T] for s in starts.tolist()])
    y = x.roll(-1, dims=1)  # shifted by one
    return x, y
