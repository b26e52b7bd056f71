# fails: get_batch: y
# because: y holds only the token after the whole piece, (B,), as in the MLP notebook; here every position has a target, (B, T).
# batch: 1
# told: true author batch: one target per text
# %% solution-batch
def get_batch(data, starts, T):
    """data (N,) int, starts (B,) int -> x (B, T) and y (B, T): y is what comes after each token of x."""
    pos = starts[:, None] + torch.arange(T, device=data.device)
    x = data[pos]
    y = data[starts + T]  # what comes next
    return x, y
