# because: hands the shares to F.cross_entropy, which takes them for logits and puts a softmax on top
# batch: 5
# told: true author baselines: shares for logits
# %% solution-baselines
def baselines(y_train, y_test, K):
    """Labels (N,), (M,) int from 0 to K - 1 -> accuracy and mean cross-entropy of the baselines on the test labels."""
    n = torch.bincount(y_train, minlength=K)
    guess = n.argmax()
    accuracy = (y_test == guess).float().mean()
    probs = (n / n.sum()).repeat(len(y_test), 1)
    loss = F.cross_entropy(probs, y_test)
    return accuracy, loss
