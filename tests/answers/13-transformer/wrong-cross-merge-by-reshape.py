# fails: cross: out; cross: a text and itself
# because: The heads are merged by a reshape alone, without exchanging heads and positions back, so channels of different words are mixed; merge_heads transposes first.
# batch: 1
# told: true author cross: merged by a reshape
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    wei = F.softmax((Q @ K.transpose(-2, -1) / Q.shape[-1] ** 0.5).masked_fill(mask, -1e9), dim=-1)
    out = (wei @ V).reshape(q.shape) @ Wo
    return wei, out
