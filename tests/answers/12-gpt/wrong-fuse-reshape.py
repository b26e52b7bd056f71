# fails: fuse; fuse, two heads
# because: reshape alone tears the rows apart, since n_head stands in front of C in memory; the head axis must first be moved behind C.
# batch: 2
# told: true author fuse: reshaped without moving
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    n, c, s = Wq.shape
    return torch.cat([W.reshape(c, n * s) for W in (Wq, Wk, Wv)], dim=1)
