# fails: dcounts
# because: The part through the sum is multiplied by counts, but the slope of a sum with respect to a summand is 1: every summand just gets dcounts_sum.
# batch: 1
# told: true author dcounts, the sum's part multiplied by counts
# %% solution-dcounts
# dcounts (32, 27): both parts
via_product = counts_sum_inv * dprobs
via_sum = counts * dcounts_sum      # broadcast (32, 1) -> (32, 27)
dcounts = via_product + via_sum
