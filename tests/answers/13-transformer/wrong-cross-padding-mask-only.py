# fails: *
# because: Only the first query row of the mask is used, which is enough for a padding mask; a mask with a row for each query (the decoder's) must be obeyed too, it only has to broadcast.
# batch: 1
# told: true author cross: one row of the mask
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    hs = q.shape[-1] // nh
    Q, K, V = [split_heads(a @ M, nh) for a, M in ((q, Wq), (kv, Wk), (kv, Wv))]
    scores = Q @ K.transpose(2, 3) / hs**0.5
    hidden_keys = mask[..., :1, :]  # the same for every query
    wei = F.softmax(scores.masked_fill(hidden_keys, -1e9), -1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
