# because: takes w.detach() for a copy and zeroes it in place: the returned gradient is right, but the weights w are overwritten by it
# batch: 5
# told: true author dw: written into the weights
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    _, _, kh, kw = w.shape
    _, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad))

    dw = w.detach()  # same shape, dtype and device as w
    dw.zero_()
    for i in range(kh):
        for j in range(kw):
            S_ij = xp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
            dw[:, :, i, j] = torch.einsum("nopq,ncpq->oc", dout, S_ij)

    db = dout.sum((0, 2, 3))
    return dw, db
