# fails: decoder_layer
# because: The norm is put before each part and the sum is left as it is (GPT's pre-norm); asked is post-norm, LayerNorm of the sum.
# batch: 2
# told: true author decoder: pre-norm
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    return F.layer_norm(z, z.shape[-1:])


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    norm = lambda z: F.layer_norm(z, z.shape[-1:])
    n = norm(y)
    y = y + self_attend(n, n, y_mask)
    y = y + cross_attend(norm(y), memory, memory_mask)
    return y + ffn(norm(y))
