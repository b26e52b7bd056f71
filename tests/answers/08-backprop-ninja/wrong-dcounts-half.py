# fails: dcounts
# because: Only the part through the product is there; the part through the row sum, dcounts_sum for every summand, is missing.
# batch: 2
# %% solution-dcounts
dcounts = dprobs * counts_sum_inv
