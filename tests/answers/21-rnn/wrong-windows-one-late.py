# fails: windows: y
# because: The target is one place too late: `ahead` counts from the last value shown, i + T - 1, and not from the first one after it.
# batch: 1
# told: true author windows: ahead counted from the next value
# %% solution-windows
def windows(series, T, ahead):
    n = len(series) - T - ahead
    X = torch.stack([series[i:i + T] for i in range(n)])
    y = torch.stack([series[i + T + ahead] for i in range(n)])
    return X, y
