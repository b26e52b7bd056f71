# because: dxhat is summed over the rows although xhat was not broadcast; it keeps the shape (n, H) of xhat, only db and dg are sums.
# fails: dxhat
# batch: 1
# told: true author dxhat summed
# %% solution-back-affine
inv_std = 1 / torch.sqrt(var + EPS)
xhat = diff * inv_std
# rule 2: sum over the batch
db = dout.sum(0, keepdim=True)
dg = (dout * xhat).sum(0, keepdim=True)
dxhat = (dout * g).sum(0, keepdim=True)
