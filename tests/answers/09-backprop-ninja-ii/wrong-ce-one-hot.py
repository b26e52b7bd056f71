# fails: cross_entropy_backward, 5 by 6, large
# because: F.one_hot guesses the number of classes from the largest label that occurs; it has to be told logits.shape[1].
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    return (logits.softmax(1) - F.one_hot(Y)) / len(Y)
