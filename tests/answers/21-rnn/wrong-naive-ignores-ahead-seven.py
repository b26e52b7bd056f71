# because: counts the season back from the window's end (X[:, -season]) as if the target came next, for any ahead
# batch: 7
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    T = X.shape[1]
    # season may be longer than the window, then take the oldest value
    return X[:, -min(season, T)]
