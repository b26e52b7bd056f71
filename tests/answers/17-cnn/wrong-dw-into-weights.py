# fails: conv2d_dw: its arguments afterwards
# because: the sums are written into w itself, which is set to 0 first
# batch: 4
# told: true author dw: written into the weights
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    Hout, Wout = dout.shape[2:]
    dw = w.zero_()
    for p in range(Hout):
        for q in range(Wout):
            win = xp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            dw += torch.einsum("bo,bcij->ocij", dout[:, :, p, q], win)
    db = dout.sum((0, 2, 3))
    return dw, db
