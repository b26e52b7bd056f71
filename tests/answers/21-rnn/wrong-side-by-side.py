# fails: windows: X
# because: The windows are cut side by side without overlap; one begins at every place.
# batch: 2
# told: true author windows: side by side
# %% solution-windows
def windows(series, T, ahead):
    starts = range(0, len(series) - T - ahead + 1, T)
    X = torch.stack([series[a : a + T] for a in starts])
    y = torch.stack([series[a + T + ahead - 1] for a in starts])
    return X, y
