# because: db and dg are averaged over the rows (mean) instead of summed
# batch: 6
# told: true author mean for sum
# %% solution-back-affine
inv_std = 1 / torch.sqrt(var + EPS)
xhat = diff * inv_std
db = dout.mean(0, keepdim=True)
dg = (dout * xhat).mean(0, keepdim=True)
dxhat = dout * g
