# because: caps the season at T ("the window shows no more"), although it may be up to T + ahead - 1 because the target lies beyond the window: wrong for seasons longer than T
# batch: 6
# told: true author naive: no season longer than the window
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    T = X.shape[1]
    season = min(season, T)     # further back the window does not go
    place = T - 1 + ahead - season
    return X[:, min(place, T - 1)]
