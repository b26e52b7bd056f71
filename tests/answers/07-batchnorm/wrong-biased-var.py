# fails: var
# because: The variance divides by n (unbiased=False), but the course's convention is n - 1.
# batch: 2
# %% solution-statistics
n_rows = x.shape[0]
mean = x.sum(0, keepdim=True) / n_rows
diff = x - mean
var = (diff ** 2).sum(0, keepdim=True) / n_rows
