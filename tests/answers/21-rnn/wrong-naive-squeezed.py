# fails: naive, one window
# because: squeeze takes away the dimension of the windows, too
# batch: 4
# told: true author naive: squeezed
# %% solution-naive
def naive(X, ahead, season):
    """X (N, T), ahead <= season <= T + ahead - 1 -> (N,): the value `season` steps before each target."""
    k = X.shape[1] + ahead - 1 - season
    return X[:, k : k + 1].squeeze()
