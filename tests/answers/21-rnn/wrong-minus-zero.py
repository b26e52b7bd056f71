# fails: naive, the last value
# because: The index is one off, -(season - ahead): for season = ahead that is column 0; it should be -(season - ahead) - 1.
# batch: 2
# told: vague author naive: minus zero
# %% solution-naive
def naive(X, ahead, season):
    back = season - ahead
    return X[:, -back]
