# fails: cross_entropy_backward, 5 by 6, large
# because: It divides by the notebook's n = 32 whatever the batch is; the number of examples is logits.shape[0].
# batch: 1
# told: true author cross_entropy_backward, the notebook's n
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    dlogits = logits.softmax(1) - F.one_hot(Y, logits.shape[1])
    return dlogits / n
