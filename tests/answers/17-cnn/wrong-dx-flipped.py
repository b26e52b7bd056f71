# fails: conv2d_dx: stride 1
# because: has heard that the way back needs the turned kernel and turns it while scattering; that is only true for the gathering form
# batch: 1
# told: true author dx: kernel turned round
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))
    wr = w.flip(2, 3)
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += torch.einsum("bopq,oc->bcpq", dout, wr[:, :, i, j])
    return dxp[:, :, pad : pad + H, pad : pad + W]
