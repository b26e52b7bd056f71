# fails: conv2d_dx: stride 1
# because: The kernel is turned although the gradient is scattered: in this form (giving to the window's pixels) position (i, j) gets weight (i, j); turning belongs to the other form, a full convolution of dout.
# batch: 2
# told: true author dx: kernel turned round
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    wr = w.flip(2, 3)
    for i in range(wr.shape[2]):
        for j in range(wr.shape[3]):
            give = torch.einsum("bopq,oc->bcpq", dout, wr[:, :, i, j])
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += give
    return dxp[:, :, pad : pad + H, pad : pad + W]
