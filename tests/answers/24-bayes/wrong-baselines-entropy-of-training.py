# because: The loss is the entropy of the training shares, as if the test data had the same shares; it has to be the mean of -ln(share) over the test labels.
# batch: 3
# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    share = torch.bincount(y_train, minlength=K) / len(y_train)
    accuracy = (y_test == share.argmax()).float().mean()
    loss = -(share * share.log()).sum()
    return accuracy, loss
