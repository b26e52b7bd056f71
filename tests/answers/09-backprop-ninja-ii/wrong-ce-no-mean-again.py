# fails: cross_entropy_backward
# because: The factor 1/n of the mean over the examples is missing.
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    dlogits = torch.softmax(logits, 1)
    dlogits[range(len(Y)), Y] -= 1
    return dlogits
