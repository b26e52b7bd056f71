# fails: layernorm; layernorm, two dimensions
# because: var() without unbiased=False divides by C - 1; LayerNorm divides by C.
# batch: 2
# told: true author layernorm: variance with C - 1
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    mean = x.mean(-1, keepdim=True)
    var = x.var(-1, keepdim=True)
    return g * (x - mean) / torch.sqrt(var + eps) + b
