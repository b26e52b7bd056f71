# fails: conv2d_dw: db, stride 1
# because: db averages over the places; one bias acts on all places of all pictures, so its gradient is the sum.
# batch: 2
# told: true author db: averaged over the places
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    dw = w.new_zeros(w.shape)
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            sl = xp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
            dw[:, :, i, j] = torch.tensordot(dout, sl, dims=([0, 2, 3], [0, 2, 3]))
    db = dout.mean((2, 3)).sum(0)
    return dw, db
