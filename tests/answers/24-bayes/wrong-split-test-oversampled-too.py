# because: The test part is oversampled as well; it has to stay as rare as it is.
# batch: 3
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test, train = order[:n_test], order[n_test:]
    train = train[sample(y[train], K)]
    test = test[sample(y[test], K)]
    return train, test
