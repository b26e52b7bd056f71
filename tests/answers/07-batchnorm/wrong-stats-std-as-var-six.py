# because: var holds the standard deviation (x.std), the square root of the variance is never undone
# batch: 6
# told: true author standard deviation for variance
# %% solution-statistics
mean = torch.mean(x, 0, keepdim=True)
diff = x - mean
var = torch.std(x, 0, keepdim=True)   # std uses n-1 by default
