# fails: dcounts_sum_inv
# because: Summed first and multiplied afterwards; the copies' gradients counts * dprobs have to be formed entry by entry and only then summed over the row.
# batch: 1
# told: true author dcounts_sum_inv, a product of two sums
# %% solution-dcounts-sum-inv
# dcounts_sum_inv (32, 1)
row_gradient = dprobs.sum(1, keepdim=True)
dcounts_sum_inv = row_gradient * counts.sum(1, keepdim=True)
