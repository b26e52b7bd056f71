# fails: naive, a season; naive, the last value
# because: It counts the season back from behind the window's end; it has to be counted back from the target, which lies `ahead` further on.
# batch: 1
# told: true author naive: counted from the window's end
# %% solution-naive
def naive(X, ahead, season):
    return X[:, -season]
