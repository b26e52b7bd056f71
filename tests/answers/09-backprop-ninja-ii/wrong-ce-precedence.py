# fails: cross_entropy_backward
# because: Only the one-hot part is divided by n, the softmax is not: the brackets are missing, the mean is a factor of all of it.
# batch: 1
# told: true author cross_entropy_backward, the mean for the labels only
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    n, k = logits.shape
    onehot = (Y.unsqueeze(1) == torch.arange(k, device=Y.device)).double()
    return F.softmax(logits, dim=1) - onehot / n
