# because: counts `ahead` from the first value after the window, so the target stands one place too late (i + T + ahead)
# batch: 7
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    X, y = [], []
    i = 0
    while i + T + ahead < len(series):
        X.append(series[i:i + T])
        y.append(series[i + T + ahead])
        i += 1
    if not X:
        return series.new_zeros(0, T), series.new_zeros(0)
    X = torch.stack(X)
    y = torch.stack(y)
    return X, y
