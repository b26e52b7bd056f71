# fails: conv2d_dx: stride 1
# because: The slice is set with = instead of added to with +=, so what other positions of the kernel gave is lost.
# batch: 2
# told: true author dx: overwritten where windows overlap
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] = torch.einsum("bopq,oc->bcpq", dout, w[:, :, i, j])
    return dxp[:, :, pad : pad + H, pad : pad + W]
