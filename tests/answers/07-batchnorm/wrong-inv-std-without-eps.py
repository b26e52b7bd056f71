# because: ε is left out under the root; line 4 is (var + ε) to the power -1/2, and for a neuron with small variance it matters.
# fails: inv_std; xhat
# batch: 1
# told: true author inv_std without eps
# %% solution-back-affine
inv_std = var ** -0.5
xhat = diff * inv_std
db = dout.sum(0, keepdim=True)
dg = (dout * xhat).sum(0, keepdim=True)
dxhat = dout * g
