# fails: multi_head
# because: The scores are divided by the root of all channels C, but the scale is the root of the head's size hs.
# batch: 2
# told: true author heads: scaled by C
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    for i in range(n_head):
        q, k, v = x @ Wq[i], x @ Wk[i], x @ Wv[i]
        wei = q @ k.transpose(1, 2) / C**0.5
        wei = wei.masked_fill(tril[:T, :T] == 0, float("-inf"))
        outs.append(F.softmax(wei, dim=-1) @ v)
    return torch.cat(outs, dim=-1) @ Wo + bo
