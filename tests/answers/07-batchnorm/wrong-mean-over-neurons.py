# because: The mean is taken along dimension 1, over the neurons of an example; every neuron has its own, over the n examples, dimension 0.
# fails: mean; diff; var
# batch: 1
# told: true author statistics of the rows
# %% solution-statistics
mean = x.mean(1, keepdim=True)
diff = x - mean
var = (diff ** 2).sum(1, keepdim=True) / (H - 1)
