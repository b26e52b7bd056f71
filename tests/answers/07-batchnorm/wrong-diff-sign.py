# fails: diff
# because: The deviation was computed as mean minus x; it is x minus the mean of its column.
# batch: 2
# %% solution-statistics
mean = x.mean(0, keepdim=True)
diff = mean - x
var = diff.square().sum(0, keepdim=True) / (n - 1)
