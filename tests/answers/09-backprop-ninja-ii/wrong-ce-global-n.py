# fails: cross_entropy_backward, 5 by 6, large
# because: The mean divides by the notebook's n (32) instead of the number of rows given.
# batch: 2
# %% solution-cross-entropy
def cross_entropy_backward(logits, Y):
    p = F.softmax(logits, dim=1)
    p[torch.arange(p.shape[0]), Y] -= 1
    return p / n
