# fails: baselines: accuracy
# because: The most frequent class and the shares are counted on the test labels; a baseline looks at the training labels only.
# batch: 2
# told: true author baselines: peeked at the test labels
# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    share = torch.bincount(y_test, minlength=K).float() / len(y_test)
    accuracy = share.max()
    loss = -share[y_test].log().mean()
    return accuracy, loss
