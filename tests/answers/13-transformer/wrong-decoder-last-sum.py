# fails: decoder_layer
# because: The feed-forward part replaces its input; it must be wrapped in add_norm like the two others.
# batch: 2
# told: true author decoder: layer, the last step not wrapped
# %% solution-decoder
def add_norm(x, fx):
    """x and fx (B, T, d) -> LayerNorm of their sum, (B, T, d)."""
    z = x + fx
    mu = z.mean(dim=-1, keepdim=True)
    return (z - mu) / torch.sqrt(((z - mu) ** 2).mean(dim=-1, keepdim=True) + 1e-5)


def decoder_layer(y, memory, y_mask, memory_mask, self_attend, cross_attend, ffn):
    """y (B, Ty, d), memory (B, Ts, d) -> (B, Ty, d), post-norm: self_attend, cross_attend, ffn, each with add_norm."""
    h = add_norm(y, self_attend(y, y, y_mask))
    h = add_norm(h, cross_attend(h, memory, memory_mask))
    return ffn(h)
