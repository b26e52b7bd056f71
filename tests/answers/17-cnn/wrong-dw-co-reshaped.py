# because: computes the product as (Ci, Co) and gets it into shape by reshape(Co, Ci) instead of transposing: the channel pairs are scrambled
# batch: 5
# told: true numeric same numbers elsewhere
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    Co, Ci, kh, kw = w.shape
    B, _, Hout, Wout = dout.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    dw = w.new_zeros(Co, Ci, kh, kw)
    D = dout.transpose(0, 1).reshape(Co, -1)
    for i in range(kh):
        for j in range(kw):
            S = xp[:, :, i:i + stride*Hout:stride, j:j + stride*Wout:stride]
            S = S.transpose(0, 1).reshape(Ci, -1)
            dw[:, :, i, j] = (S @ D.T).reshape(Co, Ci)
    db = D.sum(1)
    return dw, db
