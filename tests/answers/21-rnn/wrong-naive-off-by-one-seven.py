# because: takes place ahead - season from the end, one too late; for season = ahead this is 0, the first value
# batch: 7
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    # the target is `ahead` after the end, so go back season - ahead from the end
    return X[:, ahead - season]
