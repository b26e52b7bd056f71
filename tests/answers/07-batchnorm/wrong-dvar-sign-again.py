# fails: dvar
# because: The minus sign of the power rule is missing: the derivative of v^(-1/2) is -1/2 v^(-3/2).
# batch: 2
# %% solution-back-variance
dinv_std = (dxhat * diff).sum(0, keepdim=True)
dvar = dinv_std * 0.5 * (var + EPS) ** -1.5
