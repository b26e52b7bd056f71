# because: makes the output with torch.zeros(...): float32 whatever the arguments are, so float64 input loses half of its digits and its dtype
# batch: 5
# told: true numeric dtype
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B, Ci, H, W = x.shape
    Co, Ci, kh, kw = w.shape
    Hout, Wout = out_shape((H, W), (kh, kw), stride, pad)
    x_padded = F.pad(x, (pad, pad, pad, pad))
    out = torch.zeros((B, Co, Hout, Wout), device=x.device)
    for p in range(Hout):
        for q in range(Wout):
            top, left = stride * p, stride * q
            patch = x_padded[:, :, top:top + kh, left:left + kw]
            out[:, :, p, q] = torch.einsum("bcij,ocij->bo", patch, w) + b
    return out
