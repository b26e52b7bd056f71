# fails: get_batch: y
# because: The targets are x rolled round by one, so the last target of each piece is its own first token; the last target is the token just outside x, data[start + T].
# batch: 1
# told: true author batch: the last target wraps around
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    x = torch.stack([data[s : s + T] for s in starts])
    y = torch.roll(x, shifts=-1, dims=1)
    return x, y
