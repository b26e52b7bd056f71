# because: -1e9 is added to the hidden scores instead of replacing them, so a source of nothing but padding does not get equal weights when its scores are large
# batch: 6
# told: true author cross: -1e9 added
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    hs = q.size(-1) // nh
    Q = split_heads(q.matmul(Wq), nh)
    K = split_heads(kv.matmul(Wk), nh)
    V = split_heads(kv.matmul(Wv), nh)
    attn = Q.matmul(K.transpose(-1, -2)) / hs**0.5
    attn = attn + mask.float() * -1e9
    wei = F.softmax(attn, dim=-1)
    out = merge_heads(wei.matmul(V)).matmul(Wo)
    return wei, out
