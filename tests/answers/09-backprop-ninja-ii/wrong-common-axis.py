# fails: common
# because: The mean was taken over the neurons (axis 1); a is one number per column, the mean over the examples.
# batch: 2
# %% solution-common
common = dbnraw.mean(1, keepdim=True)
