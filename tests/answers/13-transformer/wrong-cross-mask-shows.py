# fails: cross: wei; cross: out
# because: The mask is read the other way round (True shows, as in scaled_dot_product_attention); here True means hidden.
# batch: 2
# told: true author cross: True means look
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q = split_heads(q @ Wq, nh)
    K = split_heads(kv @ Wk, nh)
    V = split_heads(kv @ Wv, nh)
    hs = Q.size(-1)
    scores = torch.einsum("bhqs,bhks->bhqk", Q, K) / hs**0.5
    scores = torch.where(mask, scores, torch.tensor(-1e9, device=q.device))
    wei = F.softmax(scores, dim=-1)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
