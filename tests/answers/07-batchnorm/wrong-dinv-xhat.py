# fails: dinv_std
# because: dxhat was multiplied by xhat; in xhat = diff * inv_std the other factor is diff.
# batch: 2
# %% solution-back-variance
dinv_std = (dxhat * xhat).sum(0, keepdim=True)
dvar = -0.5 * inv_std**3 * dinv_std
