# fails: balanced_split: train
# because: It oversamples everything and splits afterwards, so copies of an example land in both parts; split first.
# batch: 1
# told: true author split: sampled before the split, test first
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    everything = order[sample(y[order], K)]
    test, train = everything[:n_test], everything[n_test:]
    return train, test
