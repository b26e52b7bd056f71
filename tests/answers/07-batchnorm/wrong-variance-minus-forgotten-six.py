# because: the minus sign of the derivative -1/2 v^(-3/2) is missing
# batch: 6
# told: true author sign of dvar
# %% solution-back-variance
dinv_std = (diff * dxhat).sum(dim=0, keepdim=True)
dvar = dinv_std * 0.5 * (var + EPS) ** (-3 / 2)
