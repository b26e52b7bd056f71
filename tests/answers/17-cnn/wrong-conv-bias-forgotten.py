# fails: conv2d: stride 1
# because: The bias is not added.
# batch: 2
# told: true author conv2d: bias forgotten
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, _, kh, kw = w.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    Ho = (H + 2 * pad - kh) // stride + 1
    Wo = (W + 2 * pad - kw) // stride + 1
    out = x.new_zeros(B, Co, Ho, Wo)
    for p in range(Ho):
        for q in range(Wo):
            window = xp[:, :, stride * p : stride * p + kh, stride * q : stride * q + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", window, w)
    return out
