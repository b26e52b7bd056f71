# because: writes dx as a correlation of the spread and bordered dout with w, but does not turn the kernel by 180 degrees
# batch: 5
# told: true author dx: kernel turned round
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    """dout (B, Co, Hout, Wout), x (B, Ci, H, W), w (Co, Ci, kh, kw) -> dx, as x."""
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    B, Co = dout.shape[:2]
    Ci, kh, kw = w.shape[1:]
    # stride - 1 zeros between the numbers of dout, then a border of k - 1: a "full" convolution
    spread = dout.new_zeros(B, Co, stride * (Hout - 1) + 1, stride * (Wout - 1) + 1)
    spread[:, :, ::stride, ::stride] = dout
    spread = F.pad(spread, (kw - 1, kw - 1, kh - 1, kh - 1))
    full = conv2d(spread, w.transpose(0, 1), w.new_zeros(Ci), 1, 0)
    dxp[:, :, : full.shape[2], : full.shape[3]] = full
    return dxp[:, :, pad : pad + H, pad : pad + W]
