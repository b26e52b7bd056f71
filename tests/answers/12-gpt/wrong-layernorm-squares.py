# fails: *
# because: The variance is computed as mean of squares minus squared mean, which loses all digits far from zero; take the mean away before squaring.
# batch: 2
# told: true author layernorm: mean of squares less the square of the mean
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    C = x.shape[-1]
    m = x.sum(-1, keepdim=True) / C
    v = ((x * x).sum(-1, keepdim=True) / C - m * m).clamp(min=0)
    return (x - m) * (v + eps).rsqrt() * g + b
