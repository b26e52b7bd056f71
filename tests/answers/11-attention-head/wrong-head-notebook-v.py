# fails: head: out
# because: v is never computed in the function, so the v of task 4 (of another text) is mixed; the values must be x @ Wv of the argument.
# batch: 1
# told: true author head: the notebook's values
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    q = x @ Wq
    k = x @ Wk
    scores = q @ k.transpose(-2, -1) / Wq.shape[1] ** 0.5
    scores = scores.masked_fill(tril[:T, :T] == 0, -float("inf"))
    wei = F.softmax(scores, dim=-1)
    out = wei @ v
    return wei, out
