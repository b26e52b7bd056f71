# fails: balanced_split: train
# because: All data are oversampled first and what lies in the test part is taken out afterwards, so the test labels decide what is repeated; split first, then sample the training part only.
# batch: 2
# told: true author split: sampled in the order of y, then split
# %% solution-split
def balanced_split(y, order, n_test, K, sample):
    test = order[:n_test]
    everything = sample(y, K)  # balanced
    train = everything[~torch.isin(everything, test)]
    return train, test
