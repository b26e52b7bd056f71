# because: counts the season from the end of the window instead of from the target (X[:, -season]), only season == ahead is handled as the last value
# batch: 6
# told: true author naive: counted from the window's end unless the last
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    if season == ahead:
        return X[:, -1]
    T = X.shape[1]
    return X[:, -min(season, T)]
