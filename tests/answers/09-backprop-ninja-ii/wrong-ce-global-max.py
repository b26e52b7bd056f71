# fails: cross_entropy_backward, 5 by 6, large
# because: The largest logit of the whole batch is subtracted; rows far below it underflow to 0/0. Subtract each row's own maximum.
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    e = (logits - logits.max()).exp()
    d = e / e.sum(1, keepdim=True)
    d[range(len(d)), Y] -= 1
    return d / len(d)
