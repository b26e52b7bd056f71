# fails: conv2d_dw: db, stride 1
# because: a reshape to (Co, -1) mixes pictures and channels
# batch: 4
# told: true author db: reshaped with the pictures
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    kh, kw = w.shape[2:]
    xp = F.pad(x, (pad, pad, pad, pad))
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    dw = torch.einsum("bopq,bcpqij->ocij", dout, windows)
    db = dout.reshape(len(w), -1).sum(1)
    return dw, db
