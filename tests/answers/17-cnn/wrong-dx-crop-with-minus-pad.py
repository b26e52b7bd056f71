# fails: conv2d_dx: stride 1
# because: pad : -pad is an empty slice when pad is 0; pad : pad + H cuts the middle out for every pad.
# batch: 2
# told: true author dx: cut from pad to minus pad
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    for i in range(w.size(2)):
        for j in range(w.size(3)):
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += torch.einsum(
                "bopq,oc->bcpq", dout, w[:, :, i, j]
            )
    return dxp[:, :, pad:-pad, pad:-pad]
