# fails: conv2d: stride 1
# because: The bias is added in every turn of the loop over the kernel, kh * kw times; it belongs to each output number once.
# batch: 2
# told: true author conv2d: bias once per weight of the kernel
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    Ho, Wo = (xp.shape[2] - kh) // stride + 1, (xp.shape[3] - kw) // stride + 1
    out = x.new_zeros(x.shape[0], w.shape[0], Ho, Wo)
    for i in range(kh):
        for j in range(kw):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            out += torch.einsum("bcpq,oc->bopq", S, w[:, :, i, j]) + b[:, None, None]
    return out
