# because: accuracy as the share of the most frequent class in the training labels instead of how often that class is right on the test labels
# batch: 5
# told: true author baselines: the largest share
# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    share = torch.bincount(y_train, minlength=K).float() / len(y_train)
    accuracy = share.max()
    loss = -share[y_test].log().mean()
    return accuracy, loss
