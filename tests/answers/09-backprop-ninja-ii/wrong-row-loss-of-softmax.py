# fails: row_backward
# because: The student differentiated only log p through the softmax of the label, giving p_y (p_j - [j=y]): the derivative of -p_y, since the division by p_y is missing.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    p = torch.softmax(logits, dim=0)
    out = p[y] * p
    out[y] -= p[y]
    return out
