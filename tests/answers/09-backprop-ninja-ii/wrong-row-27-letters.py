# fails: row_backward, six large logits
# because: The one-hot row always has the notebook's 27 places, so a row of another length cannot be subtracted; the length is that of logits.
# batch: 1
# told: true author row_backward, the notebook's letters
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    onehot = F.one_hot(torch.tensor(y, device=logits.device), V).to(logits.dtype)
    return F.softmax(logits, dim=0) - onehot
