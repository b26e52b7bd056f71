# because: The gain's gradient is formed with diff; the other factor in g·xhat is xhat.
# fails: dg
# batch: 1
# told: true author dg with diff
# %% solution-back-affine
inv_std = (var + EPS).rsqrt()
xhat = diff * inv_std
dxhat = dout * g
dg = (dout * diff).sum(0, keepdim=True)
db = dout.sum(0, keepdim=True)
