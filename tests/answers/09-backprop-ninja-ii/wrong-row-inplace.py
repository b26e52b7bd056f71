# fails: row_backward, and its arguments
# because: The largest logit is subtracted in place, so the caller's logits change.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    logits -= logits.max()
    e = logits.exp()
    grad = e / e.sum()
    grad[y] -= 1
    return grad
