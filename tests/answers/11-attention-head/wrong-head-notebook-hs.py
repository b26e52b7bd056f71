# fails: *
# because: The scores are scaled with the notebook's hs = 4 and not with the size of the head that was given; it must be taken from the weights, Wq.shape[1].
# batch: 1
# told: true author head: the notebook's head size
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    query = x @ Wq
    key = x @ Wk
    value = x @ Wv
    s = query @ key.transpose(1, 2) * hs ** -0.5
    s = s.masked_fill(tril[:T, :T] == 0, -float("inf"))
    wei = s.softmax(-1)
    out = wei @ value
    return wei, out
