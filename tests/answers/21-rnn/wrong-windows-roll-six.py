# because: gets the targets by torch.roll and keeps all L - T + 1 windows: the last `ahead` targets have come round from the beginning of the series
# batch: 6
# told: true author windows: rolled round
# %% solution-windows
def windows(series, T, ahead):
    """series (L,), L >= T + ahead, ahead >= 1 -> the windows X (N, T), and y (N,), `ahead` steps after each."""
    X = series.unfold(0, T, 1)
    y = torch.roll(series, -ahead)[T - 1:]   # the value `ahead` after the last one shown
    return X, y
