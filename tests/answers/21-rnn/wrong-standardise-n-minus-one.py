# fails: standardise
# because: torch's std divides by n - 1 by default; the task divides by n.
# batch: 1
# told: true author standardise: n - 1
# %% solution-standardise
def standardise(series, n):
    known = series[:n]
    return (series - known.mean()) / known.std()
