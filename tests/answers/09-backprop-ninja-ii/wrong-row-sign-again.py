# fails: row_backward
# because: The signs are turned round: one-hot minus softmax is the direction of descent, the gradient is softmax minus one-hot.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    p = F.softmax(logits, dim=0)
    target = torch.zeros_like(p)
    target[y] = 1
    return target - p
