# fails: dcounts_sum_inv
# because: Both factors were summed before they were multiplied; first multiply place by place, then sum.
# batch: 2
# %% solution-dcounts-sum-inv
dcounts_sum_inv = dprobs.sum(1, keepdim=True) * counts.sum(1, keepdim=True)
