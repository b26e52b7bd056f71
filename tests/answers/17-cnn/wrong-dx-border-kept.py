# fails: conv2d_dx: padding and stride
# because: The border is not taken away at the end, so dx has the shape of the padded picture.
# batch: 2
# told: true author dx: the border not taken away
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    kh, kw = w.shape[2], w.shape[3]
    for p in range(Hout):
        for q in range(Wout):
            r, c = stride * p, stride * q
            dxp[:, :, r : r + kh, c : c + kw] += torch.einsum("bo,ocij->bcij", dout[:, :, p, q], w)
    return dxp
