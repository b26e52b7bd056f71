# because: counts L - T - ahead windows, one too few: the last one is missing (and for L = T + ahead there is none)
# batch: 7
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    N = len(series) - T - ahead
    idx = torch.arange(N, device=series.device)[:, None] + torch.arange(T, device=series.device)
    X = series[idx]
    y = series[T + ahead - 1 : T + ahead - 1 + N]
    return X, y
