# fails: decoder_layer
# because: decoder_layer is wired pre-norm, x + f(LayerNorm(x)), as in the GPT; here it is post-norm, the norm stands behind each sum.
# batch: 1
# told: true author decoder: pre-norm
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    return F.layer_norm(z, z.shape[-1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    ln = lambda z: F.layer_norm(z, z.shape[-1:])
    n = ln(y)
    y = y + self_attend(n, n, y_mask)
    y = y + cross_attend(ln(y), memory, memory_mask)
    y = y + ffn(ln(y))
    return y
