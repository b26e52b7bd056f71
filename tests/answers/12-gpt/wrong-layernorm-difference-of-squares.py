# fails: *
# because: The variance is computed as mean of squares minus square of the mean, which loses all digits in float32 (and may become negative) where the mean is large against the spread; it must be the mean of the squared deviations.
# batch: 1
# told: true author layernorm: mean of squares less the square of the mean
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    m = x.mean(-1, keepdim=True)
    v = (x**2).mean(-1, keepdim=True) - m**2   # E[x^2] - E[x]^2
    return g * (x - m) / (v + eps).sqrt() + b
