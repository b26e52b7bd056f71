# fails: dg
# because: The sums are taken before the product, sum of dout times sum of xhat; first multiply number by number, then sum.
# batch: 2
# %% solution-back-affine
inv_std = (var + EPS).rsqrt()
xhat = diff * inv_std
db = dout.sum(0, keepdim=True)
dg = dout.sum(0, keepdim=True) * xhat.sum(0, keepdim=True)
dxhat = dout * g
