# fails: mha
# because: The channels are viewed straight as (B, n_head, T, hs), which mixes positions and heads; first view (B, T, n_head, hs), then transpose.
# batch: 2
# told: true author mha: view without transpose
# %% solution-mha
def mha(x, Wqkv, Wo, bo, n_head):
    """x (B, T, C), Wqkv (C, 3 * C), Wo (C, C), bo (C,) -> (B, T, C); causal, without a loop over the heads."""
    B, T, C = x.shape
    hs = C // n_head
    q, k, v = (x @ Wqkv).split(C, dim=2)
    q = q.reshape(B, n_head, T, hs)
    k = k.reshape(B, n_head, T, hs)
    v = v.reshape(B, n_head, T, hs)
    wei = q @ k.transpose(-2, -1) * hs**-0.5
    wei = wei.masked_fill(tril[:T, :T] == 0, float("-inf"))
    wei = F.softmax(wei, dim=-1)
    out = (wei @ v).transpose(1, 2).reshape(B, T, C)
    return out @ Wo + bo
