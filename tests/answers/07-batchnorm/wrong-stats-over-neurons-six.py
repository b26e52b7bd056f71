# because: mean and variance are taken over the neurons of each example (dim 1, shape (n, 1)) instead of over the examples of each neuron
# batch: 6
# told: true author statistics of the rows
# %% solution-statistics
# mean (1, H): the mean of every column of x
# diff (n, H): x minus the mean of its column
# var  (1, H): the variance of every column, with n - 1
mean = x.mean(dim=1, keepdim=True)
diff = x - mean
var = (diff ** 2).sum(dim=1, keepdim=True) / (x.shape[1] - 1)
