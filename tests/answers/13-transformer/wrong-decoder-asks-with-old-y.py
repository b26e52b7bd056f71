# fails: decoder_layer
# because: The cross-attention is asked with the y that came in and not with the result of the self-attention; each part works on what the one before has left.
# batch: 1
# told: true author decoder: both attentions side by side
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    return F.layer_norm(x + fx, (x.shape[-1],))


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    a = add_norm(y, self_attend(y, y, y_mask))
    b = add_norm(a, cross_attend(y, memory, memory_mask))
    c = add_norm(b, ffn(b))
    return c
