# fails: *
# because: x -= mean and x /= ... write into the caller's tensor (the stream of the block); the normalised values must be a new tensor.
# batch: 1
# told: true author layernorm: writes into x
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    x -= x.mean(-1, keepdim=True)
    x /= ((x * x).mean(-1, keepdim=True) + eps) ** 0.5
    return g * x + b
