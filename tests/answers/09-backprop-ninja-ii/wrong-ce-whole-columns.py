# fails: cross_entropy_backward
# because: `d[:, Y] -= 1` subtracts in all rows of each label's column; row i must be paired with label i only.
# batch: 1
# told: true author cross_entropy_backward, a slice for the rows
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    """logits (n, V), labels Y (n,) -> dlogits (n, V), the gradient of F.cross_entropy(logits, Y)."""

    n = logits.shape[0]
    d = torch.softmax(logits, dim=1)
    d[:, Y] -= 1
    return d / n
