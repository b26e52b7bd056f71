# fails: windows: X
# because: The last window is missing (a range one too short); there are L - T - ahead + 1.
# batch: 2
# told: true author windows: the last one missing
# %% solution-windows
def windows(series, T, ahead):
    n = len(series) - T - ahead
    X, y = [], []
    for i in range(n):
        X.append(series[i:i + T])
        y.append(series[i + T - 1 + ahead])
    if not X:
        X, y = [series[:T]], [series[T - 1 + ahead]]
    X, y = torch.stack(X), torch.stack(y)
    return X, y
