# because: takes `ahead` as the number of values left out between window and target: y is series[i + T + ahead], one place too late, and there is one window less
# batch: 6
# told: true author windows: ahead counted from the next value
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    chunks = series.unfold(0, T + ahead + 1, 1) if len(series) > T + ahead else series.new_empty(0, T + ahead + 1)
    X = chunks[:, :T]
    y = chunks[:, -1]
    return X, y
