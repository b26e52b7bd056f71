# fails: conv2d_dw: db, stride 1
# because: averages dout over the places for db instead of summing
# batch: 1
# told: true author db: averaged over the places
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    dw = torch.zeros_like(w)
    for p in range(dout.shape[2]):
        for q in range(dout.shape[3]):
            win = xp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            dw += torch.einsum("bo,bcij->ocij", dout[:, :, p, q], win)
    db = dout.mean((2, 3)).sum(0)
    return dw, db
