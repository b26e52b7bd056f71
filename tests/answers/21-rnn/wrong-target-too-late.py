# fails: windows: y
# because: The target is taken `ahead` steps after the end of the slice, one place too late; it is `ahead` after the last value shown, series[i + T - 1 + ahead].
# batch: 2
# told: true author windows: ahead counted from the next value
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    N = len(series) - T - ahead
    X = torch.stack([series[i : i + T] for i in range(N)])
    y = torch.stack([series[i + T + ahead] for i in range(N)])
    return X, y
