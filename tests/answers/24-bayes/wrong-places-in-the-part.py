# fails: balanced_split: train
# because: The sampler's places, which are places in the training part, are returned as they are; they have to be looked up in order[n_test:].
# batch: 2
# told: true author split: places in the part
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test = order[:n_test]
    rest = order[n_test:]
    train = sample(y[rest], K)
    return train, test
