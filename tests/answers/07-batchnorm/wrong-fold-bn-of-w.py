# fails: fold, W; fold, same output
# because: The student puts W itself through the layer; that also subtracts the mean and adds the bias to every row of W, which only the row b needs.
# batch: 2
# told: true author fold, W sent through the layer
# %% solution-fold
def fold(W, b, bn):
    # bn is affine in evaluation, so just apply it to both parts
    W2 = bn(W)
    b2 = bn(b)
    return W2, b2
