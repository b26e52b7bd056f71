# fails: *
# because: The result is collected in torch.zeros without a dtype, which is float32: it has only half the digits, and not the dtype of the logits.
# batch: 1
# told: true author row_backward, the gradient in float32
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    shifted = logits - logits.max()
    total = shifted.exp().sum()
    out = torch.zeros(len(logits), device=logits.device)
    for j in range(len(logits)):
        out[j] = shifted[j].exp() / total
        if j == y:
            out[j] -= 1
    return out
