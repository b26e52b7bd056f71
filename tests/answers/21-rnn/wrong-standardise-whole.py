# fails: standardise
# because: Mean and deviation come from the whole series, the held-out end included; only the first n values may be used.
# batch: 1
# told: true author standardise: the whole series known
# %% solution-standardise
def standardise(series, n):
    return (series - series.mean()) / series.std(unbiased=False)
