# fails: *
# because: The output is made with torch.zeros, which is float32, so the double numbers are rounded and the dtype is another; it must keep x's.
# batch: 2
# told: true numeric dtype
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, _, H, W = x.shape
    Co, _, kh, kw = w.shape
    Hout = (H + 2 * pad - kh) // stride + 1
    Wout = (W + 2 * pad - kw) // stride + 1
    xp = F.pad(x, (pad, pad, pad, pad))
    out = torch.zeros(B, Co, Hout, Wout, device=x.device)
    for p in range(Hout):
        for q in range(Wout):
            win = xp[:, :, p * stride : p * stride + kh, q * stride : q * stride + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", win, w) + b
    return out
