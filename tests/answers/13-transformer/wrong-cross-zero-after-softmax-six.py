# because: the mask sets weights to 0 after the softmax without renormalising, so rows with hidden keys do not sum to 1
# batch: 6
# told: true author cross: masked after the softmax
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    # Q: (B, nh, Tq, hs); K, V: (B, nh, Tk, hs)
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    hs = Q.shape[-1]
    # wei: (B, nh, Tq, Tk), masked, rows sum to 1
    wei = F.softmax(Q @ K.transpose(2, 3) / hs**0.5, dim=-1)
    wei = wei.masked_fill(mask, 0.0)  # hidden keys get no weight
    # out: (B, Tq, d)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
