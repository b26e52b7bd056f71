# because: torch.var with its default divides by d-1 (unbiased) where the biased variance, divided by d, is asked for
# batch: 6
# told: true author decoder: the unbiased variance
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    mean = z.mean(dim=-1, keepdim=True)
    var = z.var(dim=-1, keepdim=True)
    return (z - mean) / torch.sqrt(var + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    # 1. self-attention
    y = add_norm(y, self_attend(y, y, y_mask))
    # 2. cross-attention
    y = add_norm(y, cross_attend(y, memory, memory_mask))
    # 3. feed-forward
    return add_norm(y, ffn(y))
