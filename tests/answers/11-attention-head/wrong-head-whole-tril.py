# fails: *
# because: The whole triangle (block_size) is used; a shorter text needs its upper left corner, tril[:T, :T].
# batch: 2
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs)."""
    B, T, C = x.shape
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    scores = q @ k.transpose(-2, -1) / q.shape[-1] ** 0.5
    wei = F.softmax(scores.masked_fill(tril == 0, float("-inf")), dim=-1)
    out = wei @ v
    return wei, out
