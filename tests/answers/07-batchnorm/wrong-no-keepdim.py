# fails: mean; var
# because: Without keepdim the statistics have the shape (H,) and not (1, H).
# batch: 2
# %% solution-statistics
mean = x.mean(dim=0)
diff = x - mean
var = x.var(dim=0)
