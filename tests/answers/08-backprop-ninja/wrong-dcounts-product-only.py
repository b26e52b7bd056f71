# fails: dcounts
# because: Only the part through the product is assigned; counts also goes into the row sum, whose gradient dcounts_sum has to be added to every entry.
# batch: 1
# told: true author dcounts, the first branch only
# %% solution-dcounts
# dcounts (32, 27): both parts
dcounts = dprobs * counts_sum_inv
