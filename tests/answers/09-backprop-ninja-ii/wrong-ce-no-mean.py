# fails: cross_entropy_backward
# because: The loss is the mean over the examples, and its factor 1/n is forgotten.
# batch: 1
# told: true author cross_entropy_backward, no 1/n
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    d = torch.softmax(logits, 1)
    d[torch.arange(len(Y)), Y] -= 1
    return d
