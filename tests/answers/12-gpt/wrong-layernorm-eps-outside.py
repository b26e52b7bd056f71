# fails: layernorm; layernorm, two dimensions
# because: eps is added to the standard deviation, behind the root; it must be added to the variance, under the root, which matters where the channels hardly differ.
# batch: 1
# told: true author layernorm: eps outside the root
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    mu = x.mean(dim=-1, keepdim=True)
    sigma = x.std(dim=-1, keepdim=True, unbiased=False)
    xhat = (x - mu) / (sigma + eps)
    return xhat * g + b
