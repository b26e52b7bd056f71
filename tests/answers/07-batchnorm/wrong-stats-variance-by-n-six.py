# because: the variance is the mean of the squared deviations, so it divides by n instead of n - 1
# batch: 6
# told: true author n for n-1
# %% solution-statistics
# average of each neuron
mean = x.mean(0, keepdim=True)
# deviations
diff = x - mean
# variance = average squared deviation
var = diff.pow(2).mean(0, keepdim=True)
