# because: each add_norm adds the part's result to the layer's original input y instead of to what the part before has left
# batch: 6
# told: true author decoder: layer, always the first input added
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    return F.layer_norm(x + fx, x.shape[-1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    h = add_norm(y, self_attend(y, y, y_mask))
    h = add_norm(y, cross_attend(h, memory, memory_mask))
    h = add_norm(y, ffn(h))
    return h
