# because: takes the border away at the right and lower side only, dxp[:, :, :H, :W]: the result is shifted by the padding
# batch: 5
# told: true author dx: cut at the wrong corner
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            give = torch.einsum("bopq,oc->bcpq", dout, w[:, :, i, j])
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += give
    return dxp[:, :, :H, :W]  # as large as x
