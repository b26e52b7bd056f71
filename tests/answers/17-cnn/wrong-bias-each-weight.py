# because: adds the bias inside the loop over the kernel, so it is counted kh * kw times
# batch: 5
# told: true author conv2d: bias once per weight of the kernel
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hout, Wout = out_shape((H, W), (kh, kw), stride, pad)
    xp = F.pad(x, (pad, pad, pad, pad))
    out = x.new_zeros(B, Co, Hout, Wout)
    for i in range(kh):
        for j in range(kw):
            S = xp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
            out += torch.einsum("bcpq,oc->bopq", S, w[:, :, i, j]) + b[None, :, None, None]
    return out
