# fails: baselines: cross-entropy
# because: The entropy of the training shares is given; it is the mean of -ln(share of the right class) over the test labels.
# batch: 2
# told: true author baselines: the entropy of the training labels
# %% solution-baselines
def baselines(y_train, y_test, K):
    counts = [int((y_train == k).sum()) for k in range(K)]
    shares = [n / len(y_train) for n in counts]
    top = shares.index(max(shares))
    accuracy = (y_test == top).double().mean()
    loss = -sum(s * math.log(s) for s in shares if s > 0)
    return accuracy, loss
