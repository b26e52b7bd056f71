# fails: cross_entropy_backward
# because: Only the label's -1 got the factor 1/n, the softmax did not; the mean divides the whole row.
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    rows = logits.shape[0]
    g = torch.softmax(logits, 1)
    for i in range(rows):
        g[i, Y[i]] -= 1 / rows
    return g
