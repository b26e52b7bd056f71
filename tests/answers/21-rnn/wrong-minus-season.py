# fails: naive, a season
# because: The student counts the season back from the last value shown, not from the target, which stands `ahead` further.
# batch: 2
# told: true author naive: counted from the window's end
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    return X[:, -season]
