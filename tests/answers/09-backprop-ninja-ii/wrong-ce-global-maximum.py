# fails: *
# because: The largest logit of the whole batch is subtracted instead of each row's own: a row that lies far below the others underflows to 0/0 = nan.
# batch: 1
# told: true author cross_entropy_backward, the largest logit of the batch
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    n = len(Y)
    counts = (logits - logits.max()).exp()
    probs = counts / counts.sum(1, keepdim=True)
    probs[range(n), Y] -= 1
    return probs / n
