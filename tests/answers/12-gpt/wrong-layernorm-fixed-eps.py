# fails: *
# because: 1e-5 is written into the formula and the argument eps is ignored; another eps must have an effect.
# batch: 1
# told: true author layernorm: the eps of the default
# %% solution-layernorm
def layernorm(x, g, b, eps=1e-5):
    """x (..., C), g (C,), b (C,) -> (..., C): each position normalised over its channels, then scaled and shifted."""
    centred = x - x.mean(-1, keepdim=True)
    var = centred.pow(2).mean(-1, keepdim=True)
    return centred * torch.rsqrt(var + 1e-5) * g + b
