# because: takes the slice of weight (i, j) as a block of Hout x Wout neighbouring pixels: the stride is ignored, right for stride 1 only
# batch: 5
# told: true author dw: stride ignored
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    _, _, Hout, Wout = dout.shape
    _, _, kh, kw = w.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    dw = torch.zeros_like(w)
    # dw is a correlation of the picture with dout as the kernel
    for i in range(kh):
        for j in range(kw):
            dw[:, :, i, j] = torch.einsum("bopq,bcpq->oc", dout, xp[:, :, i : i + Hout, j : j + Wout])
    db = dout.sum(dim=(0, 2, 3))
    return dw, db
