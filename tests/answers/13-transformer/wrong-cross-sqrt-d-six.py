# because: the scores are divided by sqrt(d), the width of the whole model, instead of sqrt(hs), that of one head
# batch: 6
# told: true author cross: scaled by d
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    d = q.shape[-1]
    Q, K, V = split_heads(q @ Wq, nh), split_heads(kv @ Wk, nh), split_heads(kv @ Wv, nh)
    scores = Q @ K.transpose(-2, -1) / d**0.5
    scores = scores.masked_fill(mask, -1e9)
    wei = scores.softmax(-1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
