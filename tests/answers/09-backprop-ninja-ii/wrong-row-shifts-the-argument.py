# fails: *
# because: `logits -= logits.max()` changes the caller's tensor in place; the function may only compute, so it needs a new tensor (logits - logits.max()).
# batch: 1
# told: true author row_backward, the argument shifted
# %% solution-row
def row_backward(logits, y):
    """One example: logits (V,), its label y, an integer -> the gradient of -log(softmax(logits)[y]), (V,)."""

    logits -= logits.max()          # against overflow
    counts = logits.exp()
    dl = counts / counts.sum()
    dl[y] -= 1.0
    return dl
