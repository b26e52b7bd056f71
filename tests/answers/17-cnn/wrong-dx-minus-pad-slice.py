# because: crops with [pad:-pad]: without padding this is [0:-0], an empty tensor (right for pad > 0)
# batch: 5
# told: true author dx: cut from pad to minus pad
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    kh, kw = w.shape[2], w.shape[3]
    for p in range(Hout):
        for q in range(Wout):
            dxp[:, :, p*stride : p*stride + kh, q*stride : q*stride + kw] += torch.einsum("bo,ocij->bcij", dout[:, :, p, q], w)
    return dxp[:, :, pad:-pad, pad:-pad]
