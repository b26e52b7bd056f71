# fails: conv2d_dx: a border of 2
# because: takes one pixel away on each side, however wide the border was
# batch: 4
# told: true author dx: a border of 1 taken away
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            part = torch.einsum("bopq,oc->bcpq", dout, w[:, :, i, j])
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += part
    return dxp[:, :, 1:-1, 1:-1] if pad else dxp
