# because: The minus of the derivative of v^(-1/2) is lost: it is -1/2 · v^(-3/2).
# fails: dvar
# batch: 1
# told: true author sign of dvar
# %% solution-back-variance
dinv_std = (dxhat * diff).sum(0, keepdim=True)
dvar = 0.5 * (var + EPS) ** -1.5 * dinv_std
