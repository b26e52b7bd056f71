# fails: db
# because: db is the mean of dout over the rows; a broadcast forwards becomes a sum backwards, without dividing by n.
# batch: 2
# %% solution-back-affine
inv_std = (var + EPS) ** -0.5
xhat = diff * inv_std
db = dout.mean(0, keepdim=True)
dg = (dout * xhat).sum(0, keepdim=True)
dxhat = dout * g
