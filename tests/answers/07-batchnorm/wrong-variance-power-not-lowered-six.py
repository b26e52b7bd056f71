# because: the derivative of v^(-1/2) is taken as -1/2 v^(-1/2): the exponent is not lowered by one
# batch: 6
# told: true author exponent not lowered
# %% solution-back-variance
# dinv_std (1, H): gradient of inv_std, from line 5
dinv_std = (dxhat * diff).sum(0, keepdim=True)
# dvar     (1, H): gradient of var, from line 4
dvar = -0.5 * inv_std * dinv_std
