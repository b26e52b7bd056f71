# because: add_norm normalises only fx and then adds x: x + LayerNorm(fx) instead of LayerNorm(x + fx)
# batch: 6
# told: true author decoder: add_norm, only the second normalised
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    return x + F.layer_norm(fx, (fx.shape[-1],))


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = add_norm(y, self_attend(y, y, y_mask))
    y = add_norm(y, cross_attend(y, memory, memory_mask))
    y = add_norm(y, ffn(y))
    return y
