# fails: standardise
# because: The mean is that of the whole series, so the held-out end leaks in; mean and deviation come from the first n values.
# batch: 2
# told: true author standardise: the mean of all, the spread of the past
# %% solution-standardise
def standardise(series, n):
    sd = series[:n].std(correction=0)
    centred = series - series.mean()
    return centred / sd
