# fails: fuse; fuse, two heads
# because: permute(1, 2, 0) puts the heads behind the head's channels, so the columns of the heads are interleaved; the order must be (C, n_head, hs) before the reshape.
# batch: 1
# told: true author fuse: channels interleaved
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    flat = [W.permute(1, 2, 0).flatten(1) for W in (Wq, Wk, Wv)]
    return torch.cat(flat, dim=1)
