# because: returns the sampler's places in the training part as if they were places in y (only shifts them by n_test)
# batch: 5
# told: none
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test = order[:n_test]
    labels = y[order[n_test:]]
    train = sample(labels, K) + n_test
    return train, test
