# fails: naive, the last value
# because: The index ahead - season - 1 is right, but for season == ahead the student "corrects" it and takes the value before the last one.
# batch: 1
# told: true author naive: the one before the last
# %% solution-naive
def naive(X, ahead, season):
    back = season - ahead
    if back == 0:
        back = 1  # -0 would be the first column
    return X[:, -back - 1]
