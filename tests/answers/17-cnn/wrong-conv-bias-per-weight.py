# fails: conv2d: stride 1
# because: adds the bias inside the loop over the kernel, so it counts kh*kw times
# batch: 1
# told: true author conv2d: bias once per weight of the kernel
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    kh, kw = w.shape[2:]
    Ho = (xp.shape[2] - kh) // stride + 1
    Wo = (xp.shape[3] - kw) // stride + 1
    out = x.new_zeros(len(x), len(w), Ho, Wo)
    for i in range(kh):
        for j in range(kw):
            S = xp[:, :, i : i + stride * Ho : stride, j : j + stride * Wo : stride]
            out += torch.einsum("bcpq,oc->bopq", S, w[:, :, i, j]) + b[:, None, None]
    return out
