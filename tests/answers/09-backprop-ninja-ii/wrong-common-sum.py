# fails: common
# because: The sum of dbnraw is not divided by n: what the mean takes away is the mean of the gradients.
# batch: 1
# told: true author common, a sum for the mean
# %% solution-common
# common (1, 64): the number a of each column
common = dbnraw.sum(dim=0, keepdim=True)
