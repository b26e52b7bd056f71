# fails: *
# because: The triangle is used in its full size (block_size, block_size), so any text shorter than block_size fails; only the corner tril[:T, :T] is needed.
# batch: 1
# told: true author head: the whole triangle
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    q, k, v = x @ Wq, x @ Wk, x @ Wv
    hs = q.shape[-1]
    wei = q @ k.transpose(-2, -1) / hs**0.5
    wei = wei.masked_fill(tril == 0, float("-inf"))
    wei = F.softmax(wei, dim=-1)
    out = wei @ v
    return wei, out
