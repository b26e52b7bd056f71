# fails: *
# because: The head's size is computed as C // n_head instead of read from the matrices, so heads of another width get a wrong scale.
# batch: 2
# told: true author heads: size of a head from the channels
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head = len(Wq)
    scale = (C // n_head) ** -0.5
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    for i in range(n_head):
        att = torch.einsum("bts,bus->btu", x @ Wq[i], x @ Wk[i]) * scale
        att = att.masked_fill(tril[:T, :T] == 0, float("-inf")).softmax(-1)
        outs.append(att @ (x @ Wv[i]))
    return torch.cat(outs, dim=-1) @ Wo + bo
