# fails: multi_head
# because: An index slip: all heads use the keys of head 0 (Wk[0]); each head has matrices of its own, Wk[i].
# batch: 1
# told: true author heads: all with the keys of head 0
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    future = tril[:T, :T] == 0
    for h in range(n_head):
        q = x @ Wq[h]
        k = x @ Wk[0]
        v = x @ Wv[h]
        s = (q @ k.transpose(1, 2)) / hs**0.5
        s = s.masked_fill(future, -float("inf"))
        outs.append(s.softmax(-1) @ v)
    return torch.cat(outs, dim=-1) @ Wo + bo
