# fails: conv2d: stride 1
# because: makes the result with torch.zeros, that is float32, and loses the dtype of the arguments
# batch: 1
# told: true numeric dtype
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad,) * 4)
    Co, Ci, kh, kw = w.shape
    Ho, Wo = (xp.shape[2] - kh) // stride + 1, (xp.shape[3] - kw) // stride + 1
    out = torch.zeros(x.shape[0], Co, Ho, Wo)
    for p in range(Ho):
        for q in range(Wo):
            a = xp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", a, w) + b
    return out
