# fails: decoder_layer
# because: All three sums add to the original y; each part works on, and adds to, what the one before has left.
# batch: 2
# told: true author decoder: layer, always the first input added
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    return F.layer_norm(x + fx, (x.shape[-1],))


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    a = add_norm(y, self_attend(y, y, y_mask))
    b = add_norm(y, cross_attend(a, memory, memory_mask))
    c = add_norm(y, ffn(b))
    return c
