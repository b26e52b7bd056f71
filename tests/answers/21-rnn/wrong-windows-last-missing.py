# fails: windows: X; windows: y
# because: The last window is lost by one: there are L - T - ahead + 1 windows whose target lies in the series.
# batch: 1
# told: true author windows: the last one missing
# %% solution-windows
def windows(series, T, ahead):
    N = series.shape[0] - T - ahead
    places = torch.arange(N, device=series.device)[:, None] + torch.arange(T, device=series.device)
    X = series[places]
    y = series[T + ahead - 1:T + ahead - 1 + N]
    return X, y
