# because: the hand-made softmax subtracts one maximum of the whole score tensor instead of each row's, so rows far below it (or completely hidden) underflow to 0/0 = NaN
# batch: 6
# told: true author cross: one maximum for all
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    hs = Q.shape[-1]

    s = Q @ K.transpose(-2, -1) / hs**0.5
    s = torch.where(mask, torch.full_like(s, -1e9), s)
    e = torch.exp(s - s.max())  # minus the max: no overflow
    wei = e / e.sum(dim=-1, keepdim=True)

    out = merge_heads(wei @ V) @ Wo
    return wei, out
