# fails: *
# because: 1e-5 is written into the formula and the argument eps is never used.
# batch: 2
# told: true author layernorm: the eps of the default
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    xm = x - x.mean(-1, keepdim=True)
    return g * xm / (xm.square().mean(-1, keepdim=True) + 1e-5) ** 0.5 + b
