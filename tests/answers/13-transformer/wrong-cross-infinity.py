# fails: *
# because: Hidden scores are set to minus infinity, so that a row in which all is hidden becomes NaN; agreed was -1e9.
# batch: 2
# told: true author cross: -inf
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q, K, V = split_heads(q @ Wq, nh), split_heads(kv @ Wk, nh), split_heads(kv @ Wv, nh)
    att = (Q @ K.transpose(2, 3)) / (Q.shape[3] ** 0.5)
    att = att.masked_fill(mask, float("-inf"))
    wei = torch.softmax(att, dim=3)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
