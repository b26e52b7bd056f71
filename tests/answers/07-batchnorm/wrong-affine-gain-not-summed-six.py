# because: dg is left as the (n, H) product dout * xhat, the sum over the rows over which g was broadcast is missing
# batch: 6
# told: true author dg not summed
# %% solution-back-affine
# inv_std (1, H): 1 / √(var + ε), from Task 1's var
inv_std = (var + EPS) ** (-0.5)
# xhat    (n, H): the normalised batch
xhat = diff * inv_std
# db      (1, H): gradient of the bias
db = dout.sum(0, keepdim=True)
# dg      (1, H): gradient of the gain
dg = xhat * dout
# dxhat   (n, H): gradient of the normalised batch
dxhat = g * dout
