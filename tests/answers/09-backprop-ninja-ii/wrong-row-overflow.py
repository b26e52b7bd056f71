# fails: row_backward, six large logits
# because: exp of the bare logits overflows at 1000 and gives inf/inf; the largest logit has to be subtracted first, or torch.softmax used.
# batch: 2
# %% solution-row
def row_backward(logits, y):
    counts = torch.exp(logits)
    probs = counts / counts.sum()
    probs[y] = probs[y] - 1
    return probs
