# fails: conv2d_dx: stride 1
# because: writes into the slices with = instead of adding; windows overlap, so contributions get lost
# batch: 1
# told: true author dx: overwritten where windows overlap
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] = torch.einsum("bopq,oc->bcpq", dout, w[:, :, i, j])
    return dxp[:, :, pad : pad + H, pad : pad + W]
