# fails: fuse; fuse, two heads
# because: The columns are ordered head by head (q0 k0 v0 q1 k1 v1 ...); asked are all queries, then all keys, then all values.
# batch: 2
# told: true author fuse: head by head
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    columns = []
    for i in range(Wq.shape[0]):
        columns += [Wq[i], Wk[i], Wv[i]]
    return torch.cat(columns, dim=1)
