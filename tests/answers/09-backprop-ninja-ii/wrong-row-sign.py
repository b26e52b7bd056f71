# fails: row_backward
# because: The sign is turned: onehot - softmax is the direction of descent, the gradient is softmax - onehot.
# batch: 1
# told: true author row_backward, uphill
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    target = torch.zeros_like(logits)
    target[y] = 1
    return target - logits.softmax(0)
