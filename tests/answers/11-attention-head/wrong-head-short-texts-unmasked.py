# fails: *
# because: The mask is applied only if the text is exactly block_size long, so shorter texts see their future; for them the upper left corner of tril must be used.
# batch: 1
# told: true author head: short texts unmasked
# %% solution-head
def head(x, Wq, Wk, Wv):
    """x (B, T, C), weights (C, hs) -> wei (B, T, T) and out (B, T, hs); causal, for every T up to block_size."""
    B, T, C = x.shape
    d = Wk.size(1)
    q, k, v = (x @ M for M in (Wq, Wk, Wv))
    sc = torch.einsum("bth,bsh->bts", q, k) / d**0.5
    if tril.shape == (T, T):  # else it does not fit
        sc = sc.masked_fill(tril == 0, -float("inf"))
    wei = F.softmax(sc, dim=2)
    out = torch.einsum("bts,bsh->bth", wei, v)
    return wei, out
