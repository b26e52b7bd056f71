# because: the LayerNorm runs over positions and channels together (shape[1:]) instead of over the channels of each position
# batch: 6
# told: true author decoder: the norm over positions too
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    return F.layer_norm(z, z.shape[1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    a = add_norm(y, self_attend(y, y, y_mask))
    b = add_norm(a, cross_attend(a, memory, memory_mask))
    c = add_norm(b, ffn(b))
    return c
