# because: the matrix product comes out as (B, Hout * Wout, Co) and is reshaped to (B, Co, Hout, Wout) without moving the channel axis first: right numbers in wrong places
# batch: 5
# told: true numeric same numbers elsewhere
# %% solution-conv
def conv2d(x, w, b, stride=1, pad=0):
    """x (B, Ci, H, W), w (Co, Ci, kh, kw), b (Co,) -> (B, Co, Hout, Wout)."""
    B = x.shape[0]
    Co, Ci, kh, kw = w.shape
    xp = F.pad(x, (pad, pad, pad, pad))
    # (B, Ci, Hout, Wout, kh, kw): all windows at once
    windows = xp.unfold(2, kh, stride).unfold(3, kw, stride)
    Hout, Wout = windows.shape[2:4]
    columns = windows.permute(0, 2, 3, 1, 4, 5).reshape(B, Hout * Wout, Ci * kh * kw)
    out = columns @ w.reshape(Co, -1).T + b
    return out.reshape(B, Co, Hout, Wout)
