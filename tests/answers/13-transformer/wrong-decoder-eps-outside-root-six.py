# because: 1e-5 is added to the standard deviation, outside the root, instead of to the variance: far off where a position hardly varies over its channels
# batch: 6
# told: true author decoder: add_norm, eps behind the root
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    s = x + fx
    s = s - s.mean(-1, keepdim=True)
    std = (s**2).mean(-1, keepdim=True).sqrt()
    return s / (std + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y1 = add_norm(y, self_attend(y, y, y_mask))
    y2 = add_norm(y1, cross_attend(y1, memory, memory_mask))
    return add_norm(y2, ffn(y2))
