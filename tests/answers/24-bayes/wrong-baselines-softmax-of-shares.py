# fails: baselines: cross-entropy
# because: The shares go into F.cross_entropy, which takes them for logits and makes a softmax of them; they are probabilities already.
# batch: 1
# told: true author baselines: shares for logits
# %% solution-baselines
def baselines(y_train, y_test, K):
    counts = torch.bincount(y_train, minlength=K)
    shares = counts / counts.sum()
    accuracy = (y_test == counts.argmax()).float().mean()
    loss = F.cross_entropy(shares.expand(len(y_test), K), y_test)
    return accuracy, loss
