# fails: tanh, far out
# because: tanh is computed as (e^(2a)-1)/(e^(2a)+1) as it stands, and math.exp(800) overflows; use math.tanh or a form that never has a large exponent.
# batch: 2
# told: true author tanh: overflows far out
# %% solution-tanh
def tanh(self):
    """The hyperbolic tangent of self -> a new Value."""
    e2 = (self * 2).exp()
    return (e2 - 1) / (e2 + 1)


Value.tanh = tanh
