# because: the heads are merged by reshaping (B, nh, Tq, hs) directly to (B, Tq, d) without moving the head axis back behind Tq, which mixes positions and heads
# batch: 6
# told: true author cross: merged by a reshape
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    B, Tq, d = q.shape
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    scores = (Q @ K.mT) * (d // nh) ** -0.5
    wei = torch.softmax(scores.masked_fill(mask, -1e9), dim=-1)
    out = (wei @ V).reshape(B, Tq, d) @ Wo
    return wei, out
