# fails: dcounts_sum_inv
# because: The copies' gradients of a row were not summed, so the shape is (32, 27) and not (32, 1).
# batch: 2
# %% solution-dcounts-sum-inv
dcounts_sum_inv = dprobs * counts
