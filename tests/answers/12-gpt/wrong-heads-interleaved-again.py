# fails: multi_head
# because: The heads' outputs are stacked on a last axis and flattened, which interleaves their channels; they belong one after the other, head 0 first.
# batch: 2
# told: true author heads: channels interleaved
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    for q_, k_, v_ in zip(Wq, Wk, Wv):
        wei = (x @ q_) @ (x @ k_).mT * hs**-0.5
        wei = wei.masked_fill(tril[:T, :T] == 0, float("-inf")).softmax(-1)
        outs.append(wei @ (x @ v_))
    joined = torch.stack(outs, dim=-1).reshape(B, T, n_head * hs)
    return joined @ Wo + bo
