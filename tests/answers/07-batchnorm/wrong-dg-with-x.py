# fails: dg
# because: dg multiplies dout by x; the gain's other factor in the product is xhat.
# batch: 2
# %% solution-back-affine
inv_std = 1 / torch.sqrt(var + EPS)
xhat = diff * inv_std
db = dout.sum(0, keepdim=True)
dg = (dout * x).sum(0, keepdim=True)
dxhat = g * dout
