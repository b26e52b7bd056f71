# fails: layernorm
# because: eps is added to the standard deviation, but it belongs under the root, to the variance.
# batch: 2
# told: true author layernorm: eps outside the root
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    mu = x.mean(dim=-1, keepdim=True)
    sigma = x.std(dim=-1, keepdim=True, correction=0)
    xhat = (x - mu) / (sigma + eps)
    return xhat * g + b
