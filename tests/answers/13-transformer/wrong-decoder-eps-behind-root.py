# fails: *
# because: 1e-5 is added to the standard deviation, behind the root, and not to the variance under it; where the channels hardly differ the result is too large.
# batch: 1
# told: true author decoder: add_norm, eps behind the root
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    mean = z.mean(dim=-1, keepdim=True)
    std = z.std(dim=-1, keepdim=True, correction=0)
    return (z - mean) / (std + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    h1 = add_norm(y, self_attend(y, y, y_mask))
    h2 = add_norm(h1, cross_attend(h1, memory, memory_mask))
    return add_norm(h2, ffn(h2))
