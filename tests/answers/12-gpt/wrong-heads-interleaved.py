# fails: multi_head; multi_head, one token
# because: The outputs of the heads are stacked along a new last axis and flattened, so their channels are interleaved (channel 0 of every head first); they must stand side by side, head 0 first, as torch.cat(outs, dim=-1) does.
# batch: 1
# told: true author heads: channels interleaved
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    for i in range(n_head):
        q, k, v = x @ Wq[i], x @ Wk[i], x @ Wv[i]
        wei = q @ k.transpose(-2, -1) * hs**-0.5
        wei = wei.masked_fill(tril[:T, :T] == 0, float("-inf"))
        wei = F.softmax(wei, dim=-1)
        outs.append(wei @ v)
    joined = torch.stack(outs, dim=-1).flatten(2)
    return joined @ Wo + bo
