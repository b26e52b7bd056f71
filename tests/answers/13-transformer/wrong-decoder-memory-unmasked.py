# fails: decoder_layer
# because: The cross-attention gets a mask that hides nothing, so the padding of the source is looked at; it must get memory_mask.
# batch: 1
# told: true author decoder: layer, memory not masked
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    s = x + fx
    return F.layer_norm(s, [s.size(-1)])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    y = add_norm(y, self_attend(y, y, y_mask))
    # the source is complete, nothing to hide
    nothing = torch.zeros_like(memory_mask)
    y = add_norm(y, cross_attend(y, memory, nothing))
    return add_norm(y, ffn(y))
