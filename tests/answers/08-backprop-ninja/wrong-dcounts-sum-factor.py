# fails: dcounts
# because: The part through the sum was multiplied by counts; a summand of a sum gets the gradient unchanged.
# batch: 2
# %% solution-dcounts
through_product = dprobs * counts_sum_inv
through_sum = dcounts_sum * counts
dcounts = through_product + through_sum
