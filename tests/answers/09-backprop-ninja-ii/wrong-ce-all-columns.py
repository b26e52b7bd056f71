# fails: cross_entropy_backward
# because: dlogits[:, Y] reaches every label's column in every row; row i must be paired with label i.
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    dlogits = logits.softmax(1)
    dlogits[:, Y] -= 1
    dlogits /= logits.shape[0]
    return dlogits
