# because: dg multiplies dout by diff, which was not yet divided by the standard deviation, instead of by xhat
# batch: 6
# told: true author dg with diff
# %% solution-back-affine
inv_std = torch.rsqrt(var + EPS)
xhat = diff * inv_std
db = torch.sum(dout, dim=0, keepdim=True)
dg = torch.sum(dout * diff, dim=0, keepdim=True)
dxhat = dout * g
