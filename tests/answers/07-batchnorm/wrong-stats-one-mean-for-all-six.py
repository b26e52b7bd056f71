# because: one single mean of the whole batch (all neurons together) is subtracted and repeated H times instead of a mean per column
# batch: 6
# told: true numeric constant
# %% solution-statistics
# mean (1, H)
mean = (x.sum() / x.numel()).expand(1, H)
# diff (n, H)
diff = x - mean
# var (1, H)
var = (diff * diff).sum(0, keepdim=True) / (n - 1)
