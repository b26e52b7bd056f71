# fails: *
# because: F.one_hot(Y) makes only as many columns as the largest label of the batch asks for; the number of classes has to be given, logits.shape[1].
# batch: 1
# told: true author cross_entropy_backward, as many classes as labels seen
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    n = Y.shape[0]
    return (torch.softmax(logits, dim=1) - F.one_hot(Y)) / n
