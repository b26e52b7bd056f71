# because: cuts with series[:-(ahead - 1)], which for ahead = 1 is series[:0], the empty series: no windows (N = 0) for the plainest case
# batch: 6
# told: true author windows: up to minus zero
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    # shift by ahead - 1, then it is the usual "next value" task
    inputs = series[:-(ahead - 1)]
    targets = series[ahead - 1:]
    N = max(len(inputs) - T, 0)
    X = series.new_empty(N, T)
    y = series.new_empty(N)
    for i in range(N):
        X[i] = inputs[i:i + T]
        y[i] = targets[i + T]
    return X, y
