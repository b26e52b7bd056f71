# fails: row_backward, six large logits
# because: The one-hot row is as long as the notebook's V instead of as long as the logits given.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    onehot = torch.eye(V, dtype=logits.dtype, device=logits.device)[y]
    return logits.softmax(0) - onehot
