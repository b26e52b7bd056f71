# fails: fuse; fuse, two heads
# because: The stacked matrices are only reshaped to (C, n_head * hs), which moves no number, so rows and heads are mixed up; n_head and C must change places before it.
# batch: 1
# told: true author fuse: reshaped without moving
# %% solution-fused
def fuse(Wq, Wk, Wv):
    """Wq, Wk, Wv (n_head, C, hs) -> Wqkv (C, 3 * n_head * hs): all queries, then all keys, then all values."""
    n, c, h = Wq.shape
    return torch.cat([Wq.reshape(c, n * h), Wk.reshape(c, n * h), Wv.reshape(c, n * h)], dim=-1)
