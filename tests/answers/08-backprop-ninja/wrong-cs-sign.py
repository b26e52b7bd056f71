# fails: dcounts_sum
# because: The minus sign of the derivative of 1/s is missing.
# batch: 2
# %% solution-dcounts-sum
dcounts_sum = dcounts_sum_inv * counts_sum ** -2
