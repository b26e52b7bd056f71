# fails: *
# because: The head's size in the scaling is taken as C // n_head; where a head's matrices have another width the scores are scaled wrongly, it must be the hs of Wq's shape.
# batch: 1
# told: true author heads: size of a head from the channels
# %% solution-heads
def multi_head(x, Wq, Wk, Wv, Wo, bo):
    """x (B, T, C); Wq, Wk, Wv (n_head, C, hs); Wo (n_head * hs, C), bo (C,) -> (B, T, C); T <= block_size."""
    B, T, C = x.shape
    n_head, _, hs = Wq.shape
    outs = []  # the output (B, T, hs) of each head, to be joined and projected
    head_size = C // n_head

    def one(wq, wk, wv):
        a = torch.einsum("btc,ch->bth", x, wq)
        b = torch.einsum("btc,ch->bth", x, wk)
        s = torch.einsum("bth,bsh->bts", a, b) / head_size**0.5
        s = s.masked_fill(tril[:T, :T] == 0, -torch.inf)
        return F.softmax(s, -1) @ (x @ wv)

    for three in zip(Wq, Wk, Wv):
        outs.append(one(*three))
    return torch.cat(outs, 2) @ Wo + bo
