# fails: row_backward
# because: Only the label's entry is kept and all others are set to 0, but every logit is in log sum exp: entry j != y has the gradient p_j.
# batch: 1
# told: true author row_backward, only the label's entry
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    p = torch.softmax(logits, dim=0)
    grad = torch.zeros_like(p)
    grad[y] = p[y] - 1
    return grad
