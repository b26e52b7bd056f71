# fails: cross: wei; cross: out; cross: a text and itself
# because: The mask is read the other way round (True = may look, as in F.scaled_dot_product_attention), so exactly the hidden keys are looked at; here True means hidden.
# batch: 1
# told: true author cross: True means look
# %% solution-cross
def cross_attention(q, kv, mask, W, nh):
    """q (B, Tq, d) asks kv (B, Tk, d) -> wei (B, nh, Tq, Tk), out (B, Tq, d).

    mask: bool, broadcasts against (B, nh, Tq, Tk), True = hidden; W: four matrices (d, d); nh: number of heads.
    """
    Wq, Wk, Wv, Wo = W
    Q, K, V = split_heads(q @ Wq, nh), split_heads(kv @ Wk, nh), split_heads(kv @ Wv, nh)
    logits_ = torch.matmul(Q, K.transpose(-1, -2)) / (q.size(2) // nh) ** 0.5
    logits_ = logits_.masked_fill(mask == 0, -1e9)
    wei = logits_.softmax(dim=-1)
    out = merge_heads(torch.matmul(wei, V)) @ Wo
    return wei, out
