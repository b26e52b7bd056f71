# fails: *
# because: Hidden scores become -inf, so a source of nothing but padding gives NaN; as settled it must be -1e9, which gives equal weights.
# batch: 1
# told: true author cross: -inf
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    s = torch.einsum("bhqd,bhkd->bhqk", Q, K) / (Q.shape[-1] ** 0.5)
    s = s.masked_fill(mask, float("-inf"))
    wei = F.softmax(s, dim=-1)
    out = merge_heads(torch.einsum("bhqk,bhkd->bhqd", wei, V)) @ Wo
    return wei, out
