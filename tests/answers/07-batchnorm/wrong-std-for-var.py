# fails: var
# because: The standard deviation was stored in var; the variance is its square.
# batch: 2
# %% solution-statistics
mean = torch.mean(x, 0, keepdim=True)
diff = x - mean
var = x.std(0, keepdim=True)  # unbiased by default
