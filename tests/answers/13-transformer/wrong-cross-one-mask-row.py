# fails: *
# because: Only the first row of the mask is used for all who ask; the mask may have a row for each of them, as a decoder's mask has.
# batch: 2
# told: true author cross: one row of the mask
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q, K, V = split_heads(q @ Wq, nh), split_heads(kv @ Wk, nh), split_heads(kv @ Wv, nh)
    wei = Q @ K.transpose(-1, -2) / Q.shape[-1] ** 0.5
    keys_hidden = mask[..., :1, :]  # (B, 1, 1, Tk)
    wei = wei.masked_fill(keys_hidden, -1e9).softmax(-1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
