# fails: fuse; fuse, two heads
# because: The columns are ordered head by head (queries, keys, values of head 0, then of head 1, ...); the text wants the queries of all heads first, then all keys, then all values.
# batch: 1
# told: true author fuse: head by head
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    cols = []
    for i in range(len(Wq)):
        cols += [Wq[i], Wk[i], Wv[i]]
    return torch.cat(cols, dim=1)
