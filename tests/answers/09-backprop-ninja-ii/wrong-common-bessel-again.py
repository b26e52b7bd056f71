# fails: common
# because: Divided by n - 1; the mean of line mu divides by n.
# batch: 2
# %% solution-common
common = dbnraw.sum(0, keepdim=True) / (n - 1)
