# fails: slope
# because: dhpreact was used in place of dbnraw, the gain is missing.
# batch: 2
# %% solution-slope
slope = (dhpreact * bnraw).sum(0, keepdim=True) / (n - 1)
