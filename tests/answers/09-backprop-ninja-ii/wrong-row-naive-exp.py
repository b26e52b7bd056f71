# fails: row_backward, six large logits
# because: exp of logits near 1000 overflows to inf and gives nan; the largest logit has to be subtracted first (or torch.softmax used).
# batch: 1
# told: true author row_backward, bare exponentials
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    e = torch.exp(logits)
    p = e / e.sum()
    p[y] -= 1
    return p
