# fails: conv2d: padding and stride
# because: uses the stride for the rows only, the windows' columns move by one pixel
# batch: 1
# told: true author conv2d: columns one by one
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    B, _, H, W = xp.shape
    Co, Ci, kh, kw = w.shape
    Hout, Wout = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = torch.zeros(B, Co, Hout, Wout, dtype=x.dtype, device=x.device)
    for p in range(Hout):
        for q in range(Wout):
            patch = xp[:, :, p * stride : p * stride + kh, q : q + kw]
            out[:, :, p, q] = torch.tensordot(patch, w, dims=([1, 2, 3], [1, 2, 3])) + b
    return out
