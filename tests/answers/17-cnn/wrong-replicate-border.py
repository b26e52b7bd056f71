# because: pads with copies of the edge pixels (mode replicate) instead of zeros
# batch: 5
# told: true author conv2d: edge pixels repeated
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    Co, Ci, kh, kw = w.shape
    Hout, Wout = out_shape((x.shape[2], x.shape[3]), (kh, kw), stride, pad)
    # a dark border would look like an edge to the kernel, so the picture goes on outside
    xp = F.pad(x, (pad, pad, pad, pad), mode="replicate")
    out = b.reshape(1, Co, 1, 1).repeat(x.shape[0], 1, Hout, Wout)
    for i in range(kh):
        for j in range(kw):
            S = xp[:, :, i : i + stride * Hout : stride, j : j + stride * Wout : stride]
            out += torch.einsum("bcpq,oc->bopq", S, w[:, :, i, j])
    return out
