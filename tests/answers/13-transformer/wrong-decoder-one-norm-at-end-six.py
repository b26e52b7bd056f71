# because: only the feed-forward part is normalised; self- and cross-attention are merely added, without LayerNorm behind the sum
# batch: 6
# told: true author decoder: layer, one norm at the end
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    d = x.size(-1)
    return F.layer_norm(x + fx, [d])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = y + self_attend(y, y, y_mask)
    y = y + cross_attend(y, memory, memory_mask)
    return add_norm(y, ffn(y))  # the norm stands behind
