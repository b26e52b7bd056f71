# fails: conv2d_dx: padding and stride
# because: returns the first H rows and W columns of the padded gradient instead of its middle
# batch: 1
# told: true author dx: cut at the wrong corner
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))
    kh, kw = w.shape[2:]
    for p in range(Hout):
        for q in range(Wout):
            dxp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw] += torch.einsum("bo,ocij->bcij", dout[:, :, p, q], w)
    return dxp[:, :, :H, :W]
