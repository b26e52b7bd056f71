# fails: *
# because: x += fx writes the sum into the caller's tensor; arguments stay as they are.
# batch: 2
# told: true author decoder: add_norm, writes into x
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    x += fx
    return F.layer_norm(x, [x.size(-1)])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = add_norm(y, self_attend(y, y, y_mask))
    y = add_norm(y, cross_attend(y, memory, memory_mask))
    y = add_norm(y, ffn(y))
    return y
