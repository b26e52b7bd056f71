# because: dxhat is summed over the rows into a (1, H) row as if xhat had been broadcast
# batch: 6
# told: true author dxhat summed
# %% solution-back-affine
inv_std = 1 / (var + EPS).sqrt()
xhat = (x - mean) * inv_std

def collect(t):
    # rule 2: sum over the batch
    return t.sum(0, keepdim=True)

db = collect(dout)
dg = collect(dout * xhat)
dxhat = collect(dout * g)
