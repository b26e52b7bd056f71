# fails: dcounts_sum
# because: The derivative of 1/s is -1/s**2; the minus of the exponent -1 is lost.
# batch: 1
# told: true author dcounts_sum, the minus is missing
# %% solution-dcounts-sum
# dcounts_sum (32, 1)
# s^-1  ->  s^-2
dcounts_sum = counts_sum ** (-2) * dcounts_sum_inv
