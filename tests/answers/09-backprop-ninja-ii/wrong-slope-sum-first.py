# fails: slope
# because: Each factor is summed for itself before the product (and bnraw sums to 0): b is the sum of the products.
# batch: 1
# told: true author slope, summed before the product
# %% solution-slope
# slope (1, 64): the number b of each column
slope = dbnraw.sum(0, keepdim=True) * bnraw.sum(0, keepdim=True) / (n - 1)
