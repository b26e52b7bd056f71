# fails: additive
# because: tanh is applied to the query and the key separately and then added, so they never meet in the hidden layer; the sum must be inside one tanh.
# batch: 1
# told: true author additive: two separate tanh
# %% solution-additive
def additive(q, k, W1, W2, w):
    """q (B, Tq, dq), k (B, Tk, dk), W1 (dq, h), W2 (dk, h), w (h,) -> (B, Tq, Tk)."""
    a = torch.tanh(q @ W1).unsqueeze(2)
    b = torch.tanh(k @ W2).unsqueeze(1)
    return (a + b) @ w
