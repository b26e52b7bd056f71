# fails: conv2d_dw: dw, padding and stride
# because: The zeros are put at the right and lower edge only, so the windows lie pad pixels off; the border goes round the picture.
# batch: 2
# told: vague author dw: the border forgotten
# %% solution-dw
def conv2d_dw(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dw, as w, and db (Co,)."""
    B, Ci, H, W = x.shape
    xp = x.new_zeros(B, Ci, H + 2 * pad, W + 2 * pad)
    xp[:, :, :H, :W] = x
    dw = torch.zeros_like(w)
    Ho, Wo = dout.shape[2:]
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            dw[:, :, i, j] = (dout[:, :, None] * S[:, None]).sum((0, 3, 4))
    return dw, dout.sum((0, 2, 3))
