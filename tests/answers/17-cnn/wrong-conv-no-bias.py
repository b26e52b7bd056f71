# fails: conv2d: stride 1
# because: forgets the bias
# batch: 1
# told: true author conv2d: bias forgotten
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    xp = F.pad(x, (pad, pad, pad, pad))
    B, Ci, H, W = xp.shape
    Co, _, kh, kw = w.shape
    Ho, Wo = (H - kh) // stride + 1, (W - kw) // stride + 1
    out = x.new_zeros(B, Co, Ho, Wo)
    for p in range(Ho):
        for q in range(Wo):
            win = xp[:, :, stride * p : stride * p + kh, stride * q : stride * q + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", win, w)
    return out
