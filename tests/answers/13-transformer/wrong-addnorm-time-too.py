# fails: add_norm
# because: layer_norm gets the shape of time and channels, so a position's result depends on the others; it runs over the channels alone.
# batch: 2
# told: true author decoder: the norm over positions too
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    s = x + fx
    return F.layer_norm(s, s.shape[1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    for f in (lambda a: self_attend(a, a, y_mask), lambda a: cross_attend(a, memory, memory_mask), ffn):
        y = add_norm(y, f(y))
    return y
