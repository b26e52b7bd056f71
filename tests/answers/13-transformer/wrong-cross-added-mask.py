# fails: *
# because: -1e9 is added to the hidden scores instead of put in their place, so a source of nothing but padding does not give equal weights when the scores are large.
# batch: 2
# told: true author cross: -1e9 added
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q, K, V = (split_heads(a @ M, nh) for a, M in ((q, Wq), (kv, Wk), (kv, Wv)))
    wei = Q @ K.mT * K.shape[-1] ** -0.5
    wei = (wei + mask * -1e9).softmax(dim=-1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
