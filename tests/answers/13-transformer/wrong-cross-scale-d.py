# fails: cross: wei
# because: The scores are divided by the root of d, but it is the root of a head's size d/nh.
# batch: 2
# told: true author cross: scaled by d
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q, K, V = split_heads(q @ Wq, nh), split_heads(kv @ Wk, nh), split_heads(kv @ Wv, nh)
    scores = Q @ K.transpose(-2, -1) / q.shape[-1] ** 0.5
    wei = scores.masked_fill(mask, -1e9).softmax(-1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
