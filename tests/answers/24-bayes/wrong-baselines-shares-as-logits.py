# because: The shares are given to F.cross_entropy, which takes them for logits and applies a softmax to them.
# batch: 3
# %% solution-baselines
def baselines(y_train, y_test, K):
    counts = torch.stack([(y_train == k).sum() for k in range(K)]).float()
    shares = counts / counts.sum()
    accuracy = (y_test == counts.argmax()).float().mean()
    loss = F.cross_entropy(shares.repeat(len(y_test), 1), y_test)
    return accuracy, loss
