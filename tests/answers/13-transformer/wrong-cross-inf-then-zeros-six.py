# because: hidden scores become -inf and the NaN rows of a source of nothing but padding are turned into zeros, where equal weights 1/Tk are asked for
# batch: 6
# told: true author cross: NaN turned into zeros
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    scores = torch.einsum("bhqc,bhkc->bhqk", Q, K) / Q.shape[-1] ** 0.5
    scores = scores.masked_fill(mask, float("-inf"))
    wei = scores.softmax(dim=-1)
    wei = torch.nan_to_num(wei, nan=0.0)  # a source with only padding: nothing to look at
    out = merge_heads(torch.einsum("bhqk,bhkc->bhqc", wei, V)) @ Wo
    return wei, out
