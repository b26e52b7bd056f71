# fails: conv2d_dx: stride 1
# because: cuts the border off with pad:-pad, which leaves nothing for pad = 0; pad : pad + H is right for every padding
# batch: 1
# told: true author dx: cut from pad to minus pad
# %% solution-dx
def conv2d_dx(dout, x, w, stride=1, pad=0):
    _, _, H, W = x.shape
    _, _, Hout, Wout = dout.shape
    dxp = torch.zeros_like(F.pad(x, (pad, pad, pad, pad)))  # the gradient of the padded picture
    for i in range(w.shape[2]):
        for j in range(w.shape[3]):
            part = torch.einsum("bopq,oc->bcpq", dout, w[:, :, i, j])
            dxp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride] += part
    return dxp[:, :, pad:-pad, pad:-pad]
