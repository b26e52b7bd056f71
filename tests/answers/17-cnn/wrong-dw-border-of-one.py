# fails: conv2d_dw: dw, a border of 2
# because: counts the padding as one pixel, however wide it is
# batch: 4
# told: true author dw: a border of 1 whatever pad
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    B, C, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hout, Wout = dout.shape[2:]
    dw = torch.zeros_like(w)
    for i in range(kh):
        for j in range(kw):
            for p in range(Hout):
                for q in range(Wout):
                    r, s = p * stride + i - min(pad, 1), q * stride + j - min(pad, 1)
                    if 0 <= r < H and 0 <= s < W:
                        dw[:, :, i, j] += dout[:, :, p, q].T @ x[:, :, r, s]
    db = dout.sum((0, 2, 3))
    return dw, db
