# because: oversamples all examples and then takes those of the test part out: nothing leaks, but the training part is not balanced by its own counts
# batch: 5
# told: false author split: sampled in the order of y, then split
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    """y (N,) int, order (N,) shuffled places, sample(labels, K) -> places -> train and test, places in y (int64)."""
    test = order[:n_test]
    everything = sample(y, K)
    in_test = torch.zeros(len(y), dtype=torch.bool, device=y.device)
    in_test[test] = True
    train = everything[~in_test[everything]]
    return train, test
