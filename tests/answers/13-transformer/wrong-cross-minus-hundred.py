# fails: *
# because: Hidden scores are set to -100, which is not low enough once the scores themselves are very negative (or a hidden key wins outright when all others are below -100); the text asks for -1e9.
# batch: 1
# told: true author cross: -100
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
    scores = (Q @ K.mT) * hs**-0.5
    scores = scores.masked_fill(mask, -100)  # e^-100 is as good as 0
    wei = torch.softmax(scores, dim=3)
    out = merge_heads(wei @ V) @ Wo
    return wei, out
