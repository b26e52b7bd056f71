# fails: *
# because: The notebook's hs scales the scores; the head size must be taken from the weights' shape.
# batch: 2
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs)."""
    B, T, C = x.shape
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    scores = q @ k.transpose(-2, -1) / hs**0.5
    scores = scores.masked_fill(tril[:T, :T] == 0, float("-inf"))
    wei = scores.softmax(dim=-1)
    out = wei @ v
    return wei, out
