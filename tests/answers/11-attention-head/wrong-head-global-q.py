# fails: head: wei; head: out
# because: The notebook's q and k are used, so the weights belong to another text than the argument x.
# batch: 2
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs)."""
    B, T, C = x.shape
    v = x @ Wv
    scores = q @ k.transpose(-2, -1) / Wq.shape[1] ** 0.5
    wei = scores.masked_fill(tril[:T, :T] == 0, -float("inf")).softmax(-1)
    out = wei @ v
    return wei, out
