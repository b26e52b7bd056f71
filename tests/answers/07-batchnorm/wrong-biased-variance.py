# because: The variance divides by n; the course's convention is n - 1.
# fails: var
# batch: 1
# told: true author n for n-1
# %% solution-statistics
mean = x.mean(0, keepdim=True)
diff = x - mean
var = (diff**2).mean(0, keepdim=True)
