# fails: additive
# because: tanh comes after the product with w, so the hidden layer is linear and the scores lie in [-1, 1]; w must be applied to the tanh of the hidden sum.
# batch: 1
# told: true author additive: tanh at the end
# %% solution-additive
def additive(q, k, W1, W2, w):
    """q (B, Tq, dq), k (B, Tk, dk), W1 (dq, h), W2 (dk, h), w (h,) -> (B, Tq, Tk)."""
    hidden = (q @ W1)[:, :, None] + (k @ W2)[:, None]
    return torch.tanh(hidden @ w)
