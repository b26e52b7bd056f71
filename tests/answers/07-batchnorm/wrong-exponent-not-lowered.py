# because: The exponent stays at -1/2; the derivative of v^(-1/2) is -1/2 · v^(-3/2), the exponent goes down by one.
# fails: dvar
# batch: 1
# told: true author exponent not lowered
# %% solution-back-variance
dinv_std = (dxhat * diff).sum(0, keepdim=True)
dvar = dinv_std * (-0.5) * inv_std
