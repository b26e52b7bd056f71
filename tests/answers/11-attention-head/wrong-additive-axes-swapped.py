# fails: additive
# because: The new axes are exchanged, so the result is (B, Tk, Tq); the rows belong to the queries.
# batch: 2
# %% solution-additive
def additive(q, k, W1, W2, w):
    hidden = torch.tanh((q @ W1)[:, None, :, :] + (k @ W2)[:, :, None, :])
    return hidden @ w
