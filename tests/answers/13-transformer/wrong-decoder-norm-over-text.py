# fails: add_norm; decoder_layer
# because: add_norm normalises over positions and channels together (z.shape[1:]), so the words of a text influence each other; it must run over the d channels of one position.
# batch: 1
# told: true author decoder: the norm over positions too
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    return F.layer_norm(z, z.shape[1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = add_norm(y, self_attend(y, y, y_mask))
    y = add_norm(y, cross_attend(y, memory, memory_mask))
    y = add_norm(y, ffn(y))
    return y
