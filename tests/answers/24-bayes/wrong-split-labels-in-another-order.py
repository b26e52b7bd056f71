# because: The labels of the training part are taken by a mask, in the order of y, but the places that the sampler returns for them are looked up in the shuffled order, so they name other examples.
# batch: 3
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test = order[:n_test]
    in_train = torch.ones(len(y), dtype=torch.bool, device=y.device)
    in_train[test] = False
    train = order[n_test:][sample(y[in_train], K)]
    return train, test
