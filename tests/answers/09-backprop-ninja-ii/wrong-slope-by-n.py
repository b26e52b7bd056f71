# fails: slope
# because: It takes the mean over the examples, 1/n; the 1/(n-1) of the variance stays in b.
# batch: 1
# told: true author slope, n for n-1
# %% solution-slope
# slope (1, 64): the number b of each column
slope = (dbnraw * bnraw).mean(0, keepdim=True)
