# fails: add_norm
# because: var() divides by d - 1 unless told otherwise; LayerNorm takes the biased variance.
# batch: 2
# told: true author decoder: the unbiased variance
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    return (z - z.mean(-1, keepdim=True)) / (z.var(-1, keepdim=True) + 1e-5).sqrt()


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = add_norm(y, self_attend(y, y, y_mask))
    y = add_norm(y, cross_attend(y, memory, memory_mask))
    return add_norm(y, ffn(y))
