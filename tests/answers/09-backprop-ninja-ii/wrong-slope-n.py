# fails: slope
# because: Divided by n: the variance divides by n - 1, and so does b.
# batch: 2
# %% solution-slope
slope = (dbnraw * bnraw).sum(0, keepdim=True) / n
