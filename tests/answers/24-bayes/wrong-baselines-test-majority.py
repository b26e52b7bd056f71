# fails: baselines: accuracy
# because: The most frequent class is looked up in the test labels; a baseline knows only those of the training data.
# batch: 1
# told: true author baselines: the most frequent of the test labels
# %% solution-baselines
def baselines(y_train, y_test, K):
    shares = torch.bincount(y_train, minlength=K).float() / len(y_train)
    guess = torch.bincount(y_test, minlength=K).argmax()
    accuracy = (y_test == guess).float().mean()
    loss = -shares[y_test].log().mean()
    return accuracy, loss
