# fails: *
# because: The softmax is written by hand with exp of the raw scores, which overflows to inf/inf = nan for large scores; F.softmax (or the row's maximum taken away first) survives them.
# batch: 2
# told: true author heads: bare exponentials
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    for i in range(n_head):
        scores = (x @ Wq[i]) @ (x @ Wk[i]).transpose(1, 2) / hs**0.5
        e = scores.exp() * tril[:T, :T]
        outs.append(e / e.sum(-1, keepdim=True) @ (x @ Wv[i]))
    return torch.cat(outs, dim=-1) @ Wo + bo
