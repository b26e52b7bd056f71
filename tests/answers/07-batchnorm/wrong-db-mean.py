# because: The gradient of the bias is averaged over the rows; what was broadcast in the forward pass is summed in the backward pass.
# fails: db
# batch: 1
# told: true author mean for sum in db
# %% solution-back-affine
inv_std = 1 / (var + EPS).sqrt()
xhat = diff * inv_std
db = dout.mean(0, keepdim=True)
dg = torch.sum(dout * xhat, dim=0, keepdim=True)
dxhat = g * dout
