# because: only the mask row of the first query is used for everybody, so a mask with a row for each who asks (a decoder mask) is applied wrongly
# batch: 6
# told: true author cross: the row of the first who asks
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    B, _, Tq, hs = Q.shape
    Tk = K.shape[2]
    # the padding of the source is the same for every head and whoever asks
    hidden = mask[:, 0, 0].view(-1, 1, 1, Tk)
    wei = Q @ K.transpose(2, 3) * hs**-0.5
    wei = wei.masked_fill(hidden, -1e9)
    wei = F.softmax(wei, dim=3)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
