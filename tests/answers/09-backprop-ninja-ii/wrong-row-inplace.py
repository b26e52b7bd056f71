# fails: row_backward, and its arguments
# because: The largest logit is subtracted in place, so the caller's logits change.
# batch: 2
# told: true author row_backward, the argument shifted
# %% solution-row
def row_backward(logits, y):
    logits -= logits.max()
    e = logits.exp()
    grad = e / e.sum()
    grad[y] -= 1
    return grad
