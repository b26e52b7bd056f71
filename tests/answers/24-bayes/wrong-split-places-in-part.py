# fails: balanced_split: train
# because: The sampler's places are places in the training part; they are returned as if they were places in y.
# batch: 1
# told: true author split: places in the part
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test = order[:n_test]
    rest = order[n_test:]
    train = sample(y[rest], K)
    return train, test
